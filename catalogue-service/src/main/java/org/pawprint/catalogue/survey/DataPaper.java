package org.pawprint.catalogue.survey;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The paper that describes a survey's data, to be cited for its spectra ({@code bib_reference},
 * SSA-1.1 Curation.Reference). A reference that a file itself states goes before it; declared
 * surveys state theirs in their mapping. A survey whose bibcode is not established has none here.
 */
public enum DataPaper {
  /** Colless et al. 2001, the survey and its spectra. */
  TWO_DFGRS("2001MNRAS.328.1039C"),
  /** Jones et al. 2009, final redshift release. */
  SIX_DFGS("2009MNRAS.399..683J"),
  /** Croom et al. 2004, with 6QZ. */
  TWO_QZ("2004MNRAS.349.1397C"),
  /** Croom et al. 2009. */
  TWO_SLAQ_QSO("2009MNRAS.392...19C"),
  /** Cannon et al. 2006. */
  TWO_SLAQ_LRG("2006MNRAS.372..425C"),
  /** Driver et al. 2005, with the redshifts of MGCz. */
  MGC("2005MNRAS.360...81D"),
  /** Liske et al. 2015, second release, whose spectra these are. */
  GAMA("2015MNRAS.452.2087L"),
  /** Drinkwater et al. 2018, final release. */
  WIGGLEZ("2018MNRAS.474.4151D"),
  /** Lidman et al. 2020, second release, which holds the first. */
  OZDES("2020MNRAS.496...19L"),
  /** Buder et al. 2021. */
  GALAH_DR3("2021MNRAS.506..150B"),
  /** Buder et al. 2024, by the preprint that the survey's own pages cite. */
  GALAH_DR4("2024arXiv240919858B"),
  /** Croom et al. 2021, third and final release. */
  SAMI("2021MNRAS.505..991C"),
  /** Abazajian et al. 2009, SDSS-I and -II as a whole. */
  SDSS_DR7("2009ApJS..182..543A"),
  /** Aihara et al. 2011. */
  SDSS_DR8("2011ApJS..193...29A"),
  /** Ahn et al. 2012. */
  SDSS_DR9("2012ApJS..203...21A"),
  /** Ahn et al. 2014. */
  SDSS_DR10("2014ApJS..211...17A"),
  /** Alam et al. 2015, of DR11 too. */
  SDSS_DR12("2015ApJS..219...12A"),
  /** Albareti et al. 2017. */
  SDSS_DR13("2017ApJS..233...25A"),
  /** Abolfathi et al. 2018. */
  SDSS_DR14("2018ApJS..235...42A"),
  /** Ahumada et al. 2020. */
  SDSS_DR16("2020ApJS..249....3A"),
  /** Abdurro'uf et al. 2022. */
  SDSS_DR17("2022ApJS..259...35A"),
  /** DESI Collaboration 2024, early data release. */
  DESI_EDR("2024AJ....168...58D"),
  /** DESI Collaboration 2025. */
  DESI_DR1("2025arXiv250314745D");

  /** 19 characters that begin with the year; what a file states may be an address instead. */
  private static final Pattern BIBCODE = Pattern.compile("\\d{4}\\S{15}");

  private final String bibcode;

  DataPaper(String bibcode) {
    this.bibcode = bibcode;
  }

  /** As ADS names it, 19 characters. */
  public String bibcode() {
    return bibcode;
  }

  /** What a file states, if it is a bibcode; else that of this paper. */
  public String unlessStated(Optional<String> reference) {
    return reference.filter(text -> BIBCODE.matcher(text).matches()).orElse(bibcode);
  }
}
