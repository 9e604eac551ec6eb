package org.pawprint.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  private static final String QUEUE = "pawprint.reduction.live";

  private final Path data;
  private final int port = FreePorts.one();

  EmbeddedBrokerIT(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void keepsDurableQueuesAndPersistentMessagesInItsStore() throws Exception {
    try (EmbeddedBroker first = EmbeddedBroker.start(BrokerSettings.durable(data, port))) {
      publish(first.login());
    }

    try (EmbeddedBroker second = EmbeddedBroker.start(BrokerSettings.durable(data, port));
        Connection connection = connect(second.login(), second.login().password());
        Channel channel = connection.createChannel()) {
      assertThat(channel.queueDeclarePassive(QUEUE).getMessageCount()).isEqualTo(1);
      assertThat(new String(channel.basicGet(QUEUE, true).getBody(), UTF_8)).isEqualTo("kept");
    }
  }

  @Test
  void forgetsAllInMemory() throws Exception {
    try (EmbeddedBroker first = EmbeddedBroker.start(BrokerSettings.inMemory(data, port))) {
      publish(first.login());
    }

    try (EmbeddedBroker second = EmbeddedBroker.start(BrokerSettings.inMemory(data, port));
        Connection connection = connect(second.login(), second.login().password())) {
      Channel channel = connection.createChannel();

      assertThatThrownBy(() -> channel.queueDeclarePassive(QUEUE))
          .rootCause()
          .hasMessageContaining("404");
    }
  }

  @Test
  void takesOnlyItsOwnPassword() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.inMemory(data, port))) {
      assertThatThrownBy(() -> connect(broker.login(), "guess"))
          .isInstanceOf(PossibleAuthenticationFailureException.class);
      assertThat(broker.login().toString()).doesNotContain(broker.login().password());
    }
  }

  @Test
  void leavesNoPasswordOutsideItsSecrets() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.durable(data, port));
        Stream<Path> files = Files.walk(data.resolve("broker"))) {
      List<Path> telling =
          files
              .filter(Files::isRegularFile)
              .filter(file -> contains(file, broker.login().password()))
              .toList();

      assertThat(telling).isEmpty();
      assertThat(Path.of("derby.log")).as("log of the store outside its folder").doesNotExist();
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.inMemory(data, port))) {
      assertThat(broker.login().host()).isEqualTo("127.0.0.1");
      List<InetAddress> outside =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress())
              .toList();
      for (InetAddress address : outside) {
        try (Socket socket = new Socket()) {
          assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 2000))
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void cutsConnectionsAndTakesNewOnes() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.inMemory(data, port))) {
      Connection open = connect(broker.login(), broker.login().password());

      broker.closeConnections();

      await().until(() -> !open.isOpen());
      connect(broker.login(), broker.login().password()).close();
    }
  }

  @Test
  void twoBrokersLiveSideBySide() throws Exception {
    try (EmbeddedBroker first = EmbeddedBroker.start(BrokerSettings.inMemory(data, port))) {
      EmbeddedBroker.start(BrokerSettings.inMemory(data.resolve("second"), FreePorts.one()))
          .close();

      publish(first.login());
    }
  }

  @Test
  void saysThatItsPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () -> EmbeddedBroker.start(BrokerSettings.inMemory(data, taken.getLocalPort())))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("127.0.0.1:" + port);
    }
  }

  private static void publish(BrokerLogin login) throws Exception {
    try (Connection connection = connect(login, login.password());
        Channel channel = connection.createChannel()) {
      channel.queueDeclare(QUEUE, true, false, false, Map.of());
      channel.confirmSelect();
      channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_BASIC, "kept".getBytes(UTF_8));
      channel.waitForConfirmsOrDie(10_000);
    }
  }

  private static Connection connect(BrokerLogin login, String password) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(login.host());
    factory.setPort(login.port());
    factory.setVirtualHost(login.virtualHost());
    factory.setUsername(login.user());
    factory.setPassword(password);
    factory.setAutomaticRecoveryEnabled(false);
    return factory.newConnection();
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false;
    }
  }
}
