/**
 * Pure functions: scores in, {@link pruefstand.metric.Estimate} out; sampling, bootstrap, paired tests.
 * May import nothing of the project.
 */
package pruefstand.metric;
