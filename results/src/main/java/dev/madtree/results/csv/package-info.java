/** Typed tables in CSV files: columns, cells, strict reading, atomic writing. Knows no campaign. */
package dev.madtree.results.csv;
