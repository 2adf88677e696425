package io.parley.story.rolling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.parley.local.service.ServiceJar;

/**
 * The replicas of one service, kept and replaced as a Deployment with the chart's strategy does it: a new one is ready
 * before an old one is told to go, which then has preStop and its grace period.
 */
final class Replicas implements AutoCloseable {

    /** Until routers have heard that a replica goes; it still has to answer. */
    private static final Duration UNTIL_HEARD = Duration.ofSeconds(1);

    private final ServiceJar service;
    private final Told told;
    private final Address address;
    private final List<Pod> pods = new CopyOnWriteArrayList<>();
    private final List<Pod> all = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor();
    private Supplier<Map<String, String>> environment;

    Replicas(ServiceJar service, Address address) {
        this.service = service;
        this.told = Told.of(service);
        this.address = address;
    }

    void start(Supplier<Map<String, String>> first) {
        environment = first;
        IntStream.range(0, told.replicas()).mapToObj(n -> begin()).toList().forEach(this::takeIn);
        long period = told.probeEvery().toMillis();
        var failures = new HashMap<Pod, Integer>();
        prober.scheduleAtFixedRate(
                () -> pods.forEach(pod -> probe(pod, failures)), period, period, TimeUnit.MILLISECONDS);
    }

    private void probe(Pod pod, Map<Pod, Integer> failures) {
        if (pod.isReady()) {
            failures.remove(pod);
            address.takeIn(pod.port());
        } else if (failures.merge(pod, 1, Integer::sum) >= told.probeFailures()) {
            address.takeOut(pod.port());
        }
    }

    /** All of them, one after the other. */
    void replace(Supplier<Map<String, String>> next) {
        environment = next;
        var ends = new ArrayList<CompletableFuture<Void>>();
        for (var old : List.copyOf(pods)) {
            takeIn(begin());
            pods.remove(old);
            ends.add(CompletableFuture.runAsync(() -> end(old), Cluster.THREADS));
        }
        ends.forEach(CompletableFuture::join);
    }

    private Pod begin() {
        var pod = Pod.start(service, service.title() + "-" + (all.size() + 1), environment.get(), told.probePath());
        all.add(pod);
        return pod;
    }

    private void takeIn(Pod pod) {
        address.takeIn(pod.awaitReady().port());
        pods.add(pod);
    }

    private void end(Pod pod) {
        try {
            // Kubernetes waits here, so nothing can be awaited instead.
            TimeUnit.MILLISECONDS.sleep(UNTIL_HEARD.toMillis());
            address.takeOut(pod.port());
            TimeUnit.MILLISECONDS.sleep(told.preStop().minus(UNTIL_HEARD).toMillis());
            pod.askToStop();
            if (!becomesUnready(pod)) {
                wrong.add(pod.name() + " stopped without having said that it is not ready");
            }
            if (!pod.endsWithin(told.gracePeriod().minus(told.preStop()))) {
                wrong.add(pod.name() + " did not stop in its grace period");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean becomesUnready(Pod pod) throws InterruptedException {
        while (pod.isAlive()) {
            if (!pod.isReady()) {
                return pod.isAlive();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    /** What was not as it has to be, of replicas that went. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** All that ever ran. */
    List<Pod> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        prober.shutdownNow();
        all.forEach(Pod::kill);
        try {
            for (var pod : all) {
                pod.endsWithin(told.gracePeriod()); // of a process that was killed
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
