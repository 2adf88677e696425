package io.parley.session.live.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever transactions do, a reader who believes the horizon misses nothing, and one who follows hears all. */
class HorizonTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void nothingAppearsBelowTheHorizonAndNothingIsMissed(int atOnce) {
        for (int seed = 0; seed < 2_000; seed++) {
            run(new Random(seed), atOnce);
        }
    }

    private static void run(Random random, int atOnce) {
        var running = new TreeMap<Long, List<Long>>();
        var committed = new TreeSet<Long>();
        var read = new TreeSet<Long>();
        var heard = new ArrayList<Long>();
        var follower = new Follower();
        var horizon = Horizon.UNKNOWN;
        long nextTransaction = 1;
        long position = 0;
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(5)) {
                case 0:
                    if (running.size() < atOnce) {
                        running.put(nextTransaction++, new ArrayList<>());
                    }
                    break;
                case 1:
                    if (!running.isEmpty()) {
                        any(running, random).getValue().add(++position);
                    }
                    break;
                case 2:
                    if (!running.isEmpty()) {
                        var ended = any(running, random);
                        running.remove(ended.getKey());
                        if (random.nextInt(4) > 0) {
                            assertThat(ended.getValue()).noneMatch(at(horizon)::contains);
                            committed.addAll(ended.getValue());
                        }
                    }
                    break;
                default:
                    // Between the look at the position and that at the writers others may begin, and commit.
                    var last = position;
                    if (random.nextBoolean() && running.size() < atOnce) {
                        running.put(nextTransaction++, new ArrayList<>(List.of(++position)));
                    }
                    if (random.nextBoolean()) {
                        committed.add(++position);
                    }
                    horizon = horizon.look(new Horizon.Mark(last, names(running)));
                    read.addAll(committed.headSet(horizon.safe(), true));
                    follow(follower, committed, horizon, heard);
            }
            assertThat(read).isEqualTo(committed.headSet(horizon.safe(), true));
        }
        assertThat(heard).doesNotHaveDuplicates();
        assertThat(heard).containsAll(committed.headSet(horizon.safe(), true));
    }

    private static void follow(Follower follower, TreeSet<Long> committed, Horizon horizon, List<Long> heard) {
        var found = committed.stream()
                .filter(p -> p > follower.seen() || follower.missing().contains(p))
                .toList();
        follower.found(found);
        heard.addAll(found);
        assertThat(heard).containsAll(committed.headSet(follower.resume(), true));
        follower.forget(horizon.safe());
    }

    private static Set<String> names(TreeMap<Long, List<Long>> running) {
        return running.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static Map.Entry<Long, List<Long>> any(TreeMap<Long, List<Long>> running, Random random) {
        return List.copyOf(running.entrySet()).get(random.nextInt(running.size()));
    }

    private static List<Long> at(Horizon horizon) {
        return LongStream.rangeClosed(1, horizon.safe()).boxed().toList();
    }
}
