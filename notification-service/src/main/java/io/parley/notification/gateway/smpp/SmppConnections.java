package io.parley.notification.gateway.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;

import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.gateway.Trust;

/**
 * Connections to a message centre by TLS, whose certificate is checked and whose host name. The library's own check
 * no host name.
 */
final class SmppConnections implements ConnectionFactory {

    private final SSLSocketFactory sockets;
    private final GatewayConfig.Settings settings;

    private SmppConnections(SSLSocketFactory sockets, GatewayConfig.Settings settings) {
        this.sockets = sockets;
        this.settings = settings;
    }

    /** SMPP can't begin in plain text and go on encrypted: what is required is there from the first byte. */
    static ConnectionFactory of(GatewayConfig.Settings settings) {
        return switch (settings.tls()) {
            case NONE, OPTIONAL -> SocketConnectionFactory.getInstance();
            case REQUIRED, IMPLICIT ->
                new SmppConnections(
                        settings.trust().map(Trust::in).orElseGet(() ->
                                (SSLSocketFactory) SSLSocketFactory.getDefault()),
                        settings);
        };
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int)
                    settings.connectTimeout().toMillis());
            socket.setSoTimeout((int) settings.timeout().toMillis());
            return new SocketConnection(secured(socket, host, port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private SSLSocket secured(Socket socket, String host, int port) throws IOException {
        var secured = (SSLSocket) sockets.createSocket(socket, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
