/**
 * What a model writes, compared with what is expected: cloze texts and free answers. May import what {@code task} may, and
 * {@code task}.
 */
package pruefstand.task.generation;
