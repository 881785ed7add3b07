/** The record of what was measured: journal, tables, environment and statistics of a campaign. */
package dev.madtree.results;
