package org.pawprint.datalink.soda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.datalink.http.FaultWords;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.uws.JobOutcome;
import org.pawprint.datalink.uws.JobResult;
import org.pawprint.datalink.uws.JobWork;
import org.pawprint.store.search.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What a job does: one result for each combination of values. A combination that gives nothing has
 * a result too, a text that says why (SODA-1.0 6); a job none of whose combinations can be carried
 * out has failed.
 */
@Component
final class SodaJobWork implements JobWork {
  private static final Logger LOG = LoggerFactory.getLogger(SodaJobWork.class);
  private static final String NOTHING = "the band holds nothing of this spectrum";

  private final SodaProducts products;

  /** Bytes of all results of a job. */
  private final long most;

  SodaJobWork(SodaProducts products, SodaProperties properties) {
    this.products = products;
    this.most = properties.resultsOfOne();
  }

  @Override
  public JobOutcome run(DaliParameters parameters, Stopped stopped) {
    try {
      return run(SodaCombinations.of(parameters), stopped);
    } catch (ParameterFaults e) {
      return new JobOutcome.Failed(text(ServiceFault.usage(String.valueOf(e.getMessage()))));
    } catch (DataAccessException | TransactionException | IOException e) {
      LOG.warn("data cannot be read; the job fails", e);
      return new JobOutcome.Failed(
          text(ServiceFault.notNow("catalogue or store cannot be read now; run the job again")));
    }
  }

  private JobOutcome run(List<DaliParameters> combinations, Stopped stopped) throws IOException {
    List<JobResult> results = new ArrayList<>();
    Optional<String> fault = Optional.empty();
    boolean carriedOut = false;
    long bytes = 0;
    for (DaliParameters combination : combinations) {
      if (stopped.isStopped()) {
        return new JobOutcome.Failed(text(ServiceFault.usage("stopped before its end")));
      }
      String id = "result-" + (results.size() + 1);
      try {
        Optional<SodaProduct> product =
            products.make(SodaParser.parse(combination), Caller.anonymous());
        results.add(
            result(
                id, product.orElseGet(() -> SodaProduct.text(text(ServiceFault.usage(NOTHING))))));
        carriedOut = true;
      } catch (ParameterFaults e) {
        fault = Optional.of(text(ServiceFault.usage(String.valueOf(e.getMessage()))));
        results.add(result(id, SodaProduct.text(fault.get())));
      } catch (ServiceFault e) {
        fault = Optional.of(text(e));
        results.add(result(id, SodaProduct.text(fault.get())));
      }
      bytes += results.get(results.size() - 1).bytes().length;
      if (bytes > most) {
        return new JobOutcome.Failed(text(tooMuch(results.size(), combinations.size())));
      }
    }
    return carriedOut || fault.isEmpty()
        ? new JobOutcome.Completed(results)
        : new JobOutcome.Failed(fault.get());
  }

  private ServiceFault tooMuch(int made, int wanted) {
    return ServiceFault.usage(
        "the first %d of %d results have more than the %d bytes that one job may make; ask for fewer values of ID or BAND, or for FORMAT=fits or votable/b2, in several jobs"
            .formatted(made, wanted, most));
  }

  private static String text(ServiceFault fault) {
    return FaultWords.SODA.text(fault);
  }

  private static JobResult result(String id, SodaProduct product) {
    return new JobResult(id, product.mediaType(), product.fileName(), product.bytes());
  }
}
