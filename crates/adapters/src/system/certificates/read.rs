//! Certificates and requests read.

use api::{
    UnixTime,
    ports::{Certificate, PublicKey, SigningRequest},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use rustls_pki_types::{CertificateDer, CertificateSigningRequestDer, pem::PemObject as _};
use sha2::{Digest as _, Sha256};
use x509_parser::{
    certification_request::X509CertificationRequest,
    cri_attributes::ParsedCriAttribute,
    extensions::{GeneralName, ParsedExtension},
    prelude::{FromDer as _, X509Certificate},
    x509::X509Name,
};

use crate::system::keys::{hex, read_public};

/// How many certificates a text may have.
const MOST: usize = 20;

const NO_CERTIFICATE: &str = "it is no certificate in PEM";
const NO_REQUEST: &str = "it is no certificate signing request in PEM";
const KEY: &str = "its key is neither RSA nor ECDSA on the curve P-256 or P-384";

pub(super) fn certificates(pem: &str) -> Result<Vec<Certificate>, String> {
    let all = CertificateDer::pem_slice_iter(pem.as_bytes()).take(MOST + 1);
    let all: Vec<_> = all.collect::<Result<_, _>>().map_err(|_| NO_CERTIFICATE.to_owned())?;
    match all.len() {
        0 => Err(NO_CERTIFICATE.to_owned()),
        number if number > MOST => Err(format!("it has more than {MOST} certificates")),
        _ => all.iter().map(|der| certificate(der)).collect(),
    }
}

fn certificate(der: &[u8]) -> Result<Certificate, String> {
    let Ok(([], parsed)) = X509Certificate::from_der(der) else {
        return Err(NO_CERTIFICATE.to_owned());
    };
    let subject = name(parsed.subject());
    let names = parsed.subject_alternative_name().ok().flatten();
    let names = names.map(|found| dns_names(&found.value.general_names)).unwrap_or_default();
    let own = parsed.subject() == parsed.issuer() && parsed.verify_signature(None).is_ok();
    Ok(Certificate {
        pem: armored("CERTIFICATE", der),
        fingerprint: hex(&Sha256::digest(der)),
        issuer: name(parsed.issuer()),
        names: or_common(names, &subject),
        subject,
        serial: hex(parsed.raw_serial()),
        not_before: UnixTime(parsed.validity().not_before.timestamp()),
        not_after: UnixTime(parsed.validity().not_after.timestamp()),
        public: public(parsed.public_key().raw)?,
        signature_algorithm: algorithm(&parsed.signature_algorithm.algorithm.to_id_string()),
        self_signed: own,
        authority: parsed.is_ca(),
        validation: validation(&parsed),
    })
}

pub(super) fn request(pem: &str) -> Result<SigningRequest, String> {
    let wrong = || NO_REQUEST.to_owned();
    let der = CertificateSigningRequestDer::from_pem_slice(pem.as_bytes()).map_err(|_| wrong())?;
    let (_, parsed) = X509CertificationRequest::from_der(&der).map_err(|_| wrong())?;
    parsed.verify_signature().map_err(|_| "its signature is not that of its key".to_owned())?;
    let info = &parsed.certification_request_info;
    let subject = name(&info.subject);
    let mut names = Vec::new();
    for attribute in info.iter_attributes() {
        let ParsedCriAttribute::ExtensionRequest(asked) = attribute.parsed_attribute() else {
            continue;
        };
        for extension in &asked.extensions {
            if let ParsedExtension::SubjectAlternativeName(found) = extension.parsed_extension() {
                names.extend(dns_names(&found.general_names));
            }
        }
    }
    Ok(SigningRequest {
        pem: armored("CERTIFICATE REQUEST", &der),
        fingerprint: hex(&Sha256::digest(&der)),
        names: or_common(names, &subject),
        subject,
        public: public(info.subject_pki.raw)?,
    })
}

/// Whether the issuer's key signed the certificate; none where one of them cannot be read.
pub(super) fn is_signed_by(certificate: &Certificate, issuer: &Certificate) -> Option<bool> {
    let certificate = CertificateDer::from_pem_slice(certificate.pem.as_bytes()).ok()?;
    let issuer = CertificateDer::from_pem_slice(issuer.pem.as_bytes()).ok()?;
    let (_, certificate) = X509Certificate::from_der(&certificate).ok()?;
    let (_, issuer) = X509Certificate::from_der(&issuer).ok()?;
    let named = certificate.issuer() == issuer.subject();
    Some(named && certificate.verify_signature(Some(issuer.public_key())).is_ok())
}

fn public(der: &[u8]) -> Result<PublicKey, String> {
    read_public(der).ok_or_else(|| KEY.to_owned())
}

fn dns_names(names: &[GeneralName<'_>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if let GeneralName::DNSName(name) = name {
            let name = name.to_ascii_lowercase();
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// The names, or the common name where there are none.
fn or_common(names: Vec<String>, subject: &[(String, String)]) -> Vec<String> {
    if names.is_empty() {
        let common = api::ports::attribute(subject, "commonName");
        return common.map(str::to_ascii_lowercase).into_iter().collect();
    }
    names
}

fn name(name: &X509Name<'_>) -> Vec<(String, String)> {
    let attributes = name.iter_attributes().map(|attribute| {
        let value = attribute.as_str().map(str::to_owned);
        // A kind of text that nobody uses any more is shown by its bytes.
        let value = value.unwrap_or_else(|_| hex(attribute.attr_value().data));
        (attribute_name(&attribute.attr_type().to_id_string()), value)
    });
    attributes.collect()
}

fn attribute_name(id: &str) -> String {
    let name = match id {
        "2.5.4.3" => "commonName",
        "2.5.4.5" => "serialNumber",
        "2.5.4.6" => "countryName",
        "2.5.4.7" => "localityName",
        "2.5.4.8" => "stateOrProvinceName",
        "2.5.4.9" => "streetAddress",
        "2.5.4.10" => "organizationName",
        "2.5.4.11" => "organizationalUnitName",
        "2.5.4.15" => "businessCategory",
        "2.5.4.17" => "postalCode",
        "0.9.2342.19200300.100.1.25" => "domainComponent",
        "1.2.840.113549.1.9.1" => "emailAddress",
        other => other,
    };
    name.to_owned()
}

fn algorithm(id: &str) -> String {
    let name = match id {
        "1.2.840.113549.1.1.5" => "sha1WithRSAEncryption",
        "1.2.840.113549.1.1.10" => "rsassaPss",
        "1.2.840.113549.1.1.11" => "sha256WithRSAEncryption",
        "1.2.840.113549.1.1.12" => "sha384WithRSAEncryption",
        "1.2.840.113549.1.1.13" => "sha512WithRSAEncryption",
        "1.2.840.10045.4.3.2" => "ecdsa-with-SHA256",
        "1.2.840.10045.4.3.3" => "ecdsa-with-SHA384",
        "1.2.840.10045.4.3.4" => "ecdsa-with-SHA512",
        other => other,
    };
    name.to_owned()
}

/// What the certificate's policies, as the CA/Browser Forum numbers them, say of its owner.
fn validation(certificate: &X509Certificate<'_>) -> Option<&'static str> {
    let mut policies = certificate.extensions().iter().filter_map(|extension| {
        match extension.parsed_extension() {
            ParsedExtension::CertificatePolicies(policies) => Some(policies),
            _ => None,
        }
    });
    policies.next()?.iter().find_map(|policy| match policy.policy_id.to_id_string().as_str() {
        "2.23.140.1.1" => Some("ev"),
        "2.23.140.1.2.1" => Some("dv"),
        "2.23.140.1.2.2" => Some("ov"),
        _ => None,
    })
}

/// Bytes in PEM.
fn armored(label: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let mut pem = format!("-----BEGIN {label}-----\n");
    let mut rest = text.as_str();
    while let Some((line, more)) = rest.split_at_checked(rest.len().min(64))
        && !line.is_empty()
    {
        pem.push_str(line);
        pem.push('\n');
        rest = more;
    }
    pem + &format!("-----END {label}-----\n")
}
