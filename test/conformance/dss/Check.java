// Asks EU DSS about the signatures of one PDF, offline: `java -cp … Check.java file.pdf 2026-11-22T10:00:00Z trusted.crt …`, one line of JSON for each signature.
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.File;
import java.time.Instant;
import java.util.Date;

public class Check {
    public static void main(String[] arguments) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        for (int index = 2; index < arguments.length; index++) {
            trusted.addCertificate(DSSUtils.loadCertificate(new File(arguments[index])));
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(arguments[0]));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(Instant.parse(arguments[1])));
        Reports reports = validator.validateDocument();
        SimpleReport report = reports.getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            SignatureWrapper signature = reports.getDiagnosticData().getSignatureById(id);
            System.out.printf(
                "{\"format\":\"%s\",\"indication\":\"%s\",\"isChanged\":%s,\"warningCount\":%d}%n",
                report.getSignatureFormat(id),
                report.getIndication(id),
                // A later signature in a field that was prepared for it is no change; everything else is.
                signature.arePdfModificationsDetected()
                    || !signature.getPdfExtensionChanges().isEmpty()
                    || !signature.getPdfAnnotationChanges().isEmpty()
                    || !signature.getPdfUndefinedChanges().isEmpty(),
                report.getAdESValidationWarnings(id).size());
        }
    }
}
