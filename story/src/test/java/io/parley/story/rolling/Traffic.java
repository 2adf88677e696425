package io.parley.story.rolling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Some who work without a pause, until they are told to end; what goes wrong is written down, and work goes on. */
final class Traffic {

    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<Future<?>> works = new ArrayList<>();
    private volatile boolean ended;

    /** One thing that somebody does again and again. */
    interface Work {
        void once() throws InterruptedException;
    }

    void begin(Work work) {
        works.add(Cluster.THREADS.submit(() -> {
            while (!ended) {
                try {
                    work.once();
                    // Steady, not as fast as can be: the machine has replicas to start.
                    TimeUnit.MILLISECONDS.sleep(100);
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException failure) {
                    wrong.add(failure.toString());
                }
            }
        }));
    }

    /** Lets everybody come to the end of what they are at. */
    void end() throws Exception {
        ended = true;
        for (var work : works) {
            try {
                work.get(1, TimeUnit.MINUTES);
            } catch (TimeoutException e) {
                wrong.add("somebody does not come to an end");
            }
        }
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
