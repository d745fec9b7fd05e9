package dev.slipway.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Stands in front of a storage and lets calls fail as a network and a server do, before or
/// after they took effect. What it lets pass is not changed by a byte, so signatures hold: a
/// client signs for the address of this proxy.
///
/// A message is held in memory as a whole.
public final class FaultyProxy implements AutoCloseable {

    private static final int QUEUE = 200;

    private final URI storage;
    private final ServerSocket listener;
    private final Traffic traffic = new Traffic();
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private FaultyProxy(URI storage, ServerSocket listener) {
        this.storage = storage;
        this.listener = listener;
    }

    public static FaultyProxy inFrontOf(URI storage) {
        try {
            var listener = new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress());
            var proxy = new FaultyProxy(storage, listener);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /// Every call so far, in the order in which they came.
    public List<Call> calls() {
        return traffic.calls();
    }

    /// Returns once the storage has answered such a call with a success, however long ago.
    public void awaitEffect(Predicate<Call> calls, Duration patience) {
        traffic.awaitEffect(calls, patience);
    }

    /// Returns once no call is under way: those that were held have come to their end.
    public void awaitQuiet(Duration patience) {
        traffic.awaitQuiet(patience);
    }

    /// Lets these calls fail, those in turn, until the trap is closed.
    public Trap arm(Predicate<Call> calls, Fault.Turn turn, Fault.Moment moment, Fault fault) {
        var trap = new Trap(calls, turn, moment, fault);
        traps.removeIf(Trap::isClosed);
        traps.add(trap);
        return trap;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        traps.forEach(Trap::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = atOnce(listener.accept());
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var goesOn = true;
            while (goesOn) {
                var request = Message.request(in);
                goesOn = request.isPresent() && answer(request.get(), client.getOutputStream());
            }
        } catch (IOException e) {
            // one of the two has gone away: the other one notices
        } finally {
            clients.remove(client);
        }
    }

    /// Whether the connection stays.
    private boolean answer(Message request, OutputStream out) throws IOException {
        var call = Call.of(request);
        traffic.came(call);
        try {
            return answer(call, request, out);
        } finally {
            traffic.ended();
        }
    }

    private boolean answer(Call call, Message request, OutputStream out) throws IOException {
        var trap = traps.stream().filter(armed -> armed.strikes(call)).findFirst();
        if (trap.isEmpty()) {
            forward(call, request).sendTo(out);
            return true;
        }
        return fail(trap.get(), call, request, out);
    }

    private boolean fail(Trap trap, Call call, Message request, OutputStream out)
            throws IOException {
        var isBefore = trap.moment() == Fault.Moment.BEFORE;
        return switch (trap.fault()) {
            case Fault.Refuse(var status, var code) -> {
                if (!isBefore) {
                    forward(call, request);
                }
                Message.error(status, code, hasBody(call)).sendTo(out);
                yield true;
            }
            case Fault.Cut() -> {
                if (!isBefore) {
                    forward(call, request);
                }
                yield false;
            }
            case Fault.BreakOff(var inHeaders) -> {
                var answer =
                        isBefore
                                ? Message.error(503, "SlowDown", hasBody(call))
                                : forward(call, request);
                answer.sendHalfTo(out, inHeaders);
                yield false;
            }
            case Fault.Stall(var most) -> {
                if (isBefore) {
                    trap.hold(most);
                }
                var answer = forward(call, request);
                if (!isBefore) {
                    trap.hold(most);
                }
                answer.sendTo(out);
                yield true;
            }
        };
    }

    private Message forward(Call call, Message request) throws IOException {
        try (var server = atOnce(new Socket(storage.getHost(), storage.getPort()))) {
            request.sendTo(server.getOutputStream());
            var in = new BufferedInputStream(server.getInputStream());
            var answer = Message.answer(in, hasBody(call));
            if (answer.firstLine()[1].startsWith("2")) {
                traffic.tookEffect(call);
            }
            return answer;
        }
    }

    /// A head and a body are written one after the other. Otherwise the second of them waits until
    /// the other side has acknowledged the first, which it puts off for 40 ms.
    private static Socket atOnce(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static boolean hasBody(Call call) {
        return !call.method().equals("HEAD");
    }
}
