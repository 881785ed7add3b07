/**
 * The structures as databases of the genuine YCSB client: a binding for a stock distribution's
 * command line, and the command that starts that client from here and judges what it printed.
 */
package dev.madtree.workloads.ycsb;
