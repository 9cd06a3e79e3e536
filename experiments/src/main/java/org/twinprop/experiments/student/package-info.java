/**
 * Layers that a student wrote in Java, compiled and run in a process of their own: with limits on
 * time and memory, what they print captured, and every failure of theirs reported with their line.
 *
 * <p>What this does not protect from: the process runs with the rights of whoever started it, so
 * code that means harm can read, write and delete that person's files, and forge the numbers that
 * it hands back. It has no network where Linux allows that ({@link
 * org.twinprop.experiments.student.NetworkBan}), and elsewhere it has. Code of strangers belongs in
 * a container or a virtual machine.
 *
 * <p>{@link org.twinprop.experiments.student.StudentProcess} is the way in.
 */
package org.twinprop.experiments.student;
