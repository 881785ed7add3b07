/**
 * Charts and the report, drawn from the record of a campaign alone. Knows neither the structures
 * that were measured nor the drivers that measured them.
 */
package dev.madtree.plots;
