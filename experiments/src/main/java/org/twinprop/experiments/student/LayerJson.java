package org.twinprop.experiments.student;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.student.StudentReport.Problem;
import org.twinprop.experiments.verify.CheckResult;

/**
 * A student's layer as {@code --json} gives it: tensors and mistakes as those of a submission.
 *
 * @param file that was checked
 * @param className of the layer
 * @param like our layer that it was held against
 * @param batch the shape of x, examples first
 * @param ok whether all is right
 * @param tensors output {@code y}, and gradients
 * @param diagnosis every mistake that was found, the one that explains most first
 * @param unexplained what is wrong for no known reason
 * @param problems rules of a layer that it breaks
 * @param failure why it was not checked to the end
 * @param absent why a witness did not testify, by its name
 * @param notes in words
 * @param printed what the layer printed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerJson(
    String file,
    @JsonProperty("class") String className,
    String like,
    List<Long> batch,
    boolean ok,
    List<CheckResult.Tensor> tensors,
    List<CheckResult.Mistake> diagnosis,
    List<String> unexplained,
    List<Problem> problems,
    StudentFailure failure,
    Map<String, String> absent,
    List<String> notes,
    List<String> printed) {
  /** What came of a layer. */
  public static LayerJson of(LayerResult result) {
    return new LayerJson(
        result.subject().toString(),
        result.className(),
        result.like(),
        result.batch(),
        result.ok(),
        CheckResult.tensors(result.report()),
        CheckResult.mistakes(result.report().explanations()),
        result.diagnosed() ? result.report().unexplained() : List.of(),
        result.problems(),
        result.failure(),
        CheckResult.absent(result.report()),
        result.report().notes(),
        result.printed());
  }
}
