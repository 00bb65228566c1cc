package dev.gnomon.sample.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.sample.Corpus;
import dev.gnomon.sample.text.Tokenizer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextIndexTest {

  @Test
  void everyWordOfTheQueryMustOccur() {
    TextIndex index = indexOf("red apple", "green apple", "red car");

    assertThat(index.search("Red apple")).containsExactly(new Hit(0, 2));
    assertThat(index.search("apple")).containsExactly(new Hit(0, 1), new Hit(1, 1));
    assertThat(index.search("red green")).isEmpty();
    assertThat(index.search("blue apple")).isEmpty();
  }

  @Test
  void documentsWithMoreOccurrencesComeFirst() {
    TextIndex index = indexOf("to be", "to be or not to be", "be to be");

    assertThat(index.search("be to")).containsExactly(new Hit(1, 4), new Hit(2, 3), new Hit(0, 2));
  }

  @Test
  void aWordThatIsRepeatedInTheQueryCountsOnce() {
    assertThat(indexOf("well well").search("well, WELL")).containsExactly(new Hit(0, 2));
  }

  @Test
  void aQueryWithoutWordsFindsNothing() {
    assertThat(indexOf("anything").search(" ?! ")).isEmpty();
  }

  @Test
  void searchAgreesWithReadingEveryDocument() {
    List<String> texts = Corpus.documents(300, 40);
    TextIndex index = indexOf(texts.toArray(String[]::new));

    for (String query : Corpus.queries(50)) {
      assertThat(index.search(query).stream().map(Hit::document))
          .as(query)
          .containsExactlyInAnyOrderElementsOf(readAll(texts, query));
    }
  }

  @Test
  void theNearestWordIsSuggested() {
    TextIndex index = indexOf("benchmark", "baseline", "bench");

    assertThat(index.nearest("benchmrak")).contains("benchmark");
    assertThat(indexOf("bat", "cat").nearest("hat")).contains("bat");
    assertThat(indexOf().nearest("anything")).isEmpty();
  }

  @Test
  void aBuilderIsEmptyAgainAfterItBuilt() {
    TextIndex.Builder builder = new TextIndex.Builder();
    builder.add("once");
    builder.build();

    assertThat(builder.add("more")).isZero();
    assertThat(builder.build().search("once")).isEmpty();
  }

  private static List<Integer> readAll(List<String> texts, String query) {
    List<String> wanted = Tokenizer.words(query);
    return IntStream.range(0, texts.size())
        .filter(
            document ->
                !Collections.disjoint(Tokenizer.words(texts.get(document)), wanted)
                    && Tokenizer.words(texts.get(document)).containsAll(wanted))
        .boxed()
        .toList();
  }

  private static TextIndex indexOf(String... texts) {
    TextIndex.Builder builder = new TextIndex.Builder();
    for (String text : texts) {
      builder.add(text);
    }
    return builder.build();
  }
}
