package org.twinprop.experiments.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.twinprop.experiments.machine.MachineFacts;

/**
 * All that the doctor says.
 *
 * @param facts of the machine
 * @param decision what it uses
 * @param running the backend of this process, which the trial is of
 * @param trial null where none was wanted
 */
public record Diagnosis(
    MachineFacts facts,
    Decision decision,
    BackendProfile running,
    @JsonInclude(JsonInclude.Include.NON_NULL) Trial trial) {}
