import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Announces one finished reduction, and returns only when the broker has it. Arguments: the event's
 * JSON file and the lane, {@code live} or {@code backfill}; the broker's address is in AMQP_URL.
 */
public final class PublishReduction {
  private PublishReduction() {}

  public static void main(String[] arguments) throws Exception {
    byte[] event = Files.readAllBytes(Path.of(arguments[0]));
    String lane = arguments.length > 1 ? arguments[1] : "live";
    publish(System.getenv("AMQP_URL"), lane, event);
  }

  /**
   * @throws IOException when the event is not safely stored: send the same event again later
   */
  static void publish(String amqpUrl, String lane, byte[] event) throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(amqpUrl);
    try (var connection = factory.newConnection();
        var channel = connection.createChannel()) {
      var returned = new AtomicBoolean();
      channel.addReturnListener(unroutable -> returned.set(true));
      channel.confirmSelect();
      var properties =
          new AMQP.BasicProperties.Builder()
              .contentType("application/cloudevents+json")
              .deliveryMode(2)
              .build();
      boolean mandatory = true;
      channel.basicPublish(
          "paws.events", "reduction.completed." + lane, mandatory, properties, event);
      // A return always comes before the confirm of the same message.
      channel.waitForConfirmsOrDie(30_000);
      if (returned.get()) {
        throw new IOException("no queue is bound for the " + lane + " lane");
      }
    }
  }
}
