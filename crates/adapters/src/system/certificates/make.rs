//! Certificates and requests made.

use std::time::Duration;

use api::{Error, Result, Secret, UnixTime, ports::Wanted};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, DnValue,
    ExtendedKeyUsagePurpose, IsCa, Issuer, KeyUsagePurpose, SerialNumber, date_time_ymd,
};

use crate::system::keys::pair;

/// The attribute of a mail address, which X.500 itself does not have.
const EMAIL: [u64; 7] = [1, 2, 840, 113_549, 1, 9, 1];

pub(super) fn self_signed(
    wanted: &Wanted,
    key: &Secret,
    good: (UnixTime, UnixTime),
) -> Result<String> {
    let key = pair(key)?;
    let params = of_server(wanted, good)?;
    params.self_signed(&key).map(|made| unix(&made.pem())).map_err(Error::internal)
}

pub(super) fn authority(name: &str, key: &Secret, good: (UnixTime, UnixTime)) -> Result<String> {
    let mut params = of_authority(name);
    dated(&mut params, good)?;
    let made = params.self_signed(&pair(key)?).map_err(Error::internal)?;
    Ok(unix(&made.pem()))
}

pub(super) fn signed(
    wanted: &Wanted,
    key: &Secret,
    (name, authority): (&str, &Secret),
    good: (UnixTime, UnixTime),
) -> Result<String> {
    let mut params = of_server(wanted, good)?;
    params.use_authority_key_identifier_extension = true;
    let issuer = Issuer::new(of_authority(name), pair(authority)?);
    let made = params.signed_by(&pair(key)?, &issuer).map_err(Error::internal)?;
    Ok(unix(&made.pem()))
}

/// What an authority says of itself; certificates name it by the same words.
fn of_authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// What the certificate of a server says.
fn of_server(wanted: &Wanted, good: (UnixTime, UnixTime)) -> Result<CertificateParams> {
    let mut params = params(wanted)?;
    dated(&mut params, good)?;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyEncipherment];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    Ok(params)
}

/// Gives a certificate its dates and a serial number that no other has.
fn dated(params: &mut CertificateParams, good: (UnixTime, UnixTime)) -> Result<()> {
    let mut serial = [0; 16];
    getrandom::fill(&mut serial).map_err(|cause| Error::internal(cause.to_string()))?;
    // A serial number is positive, and the first byte of one that is as long as it looks is no zero.
    let [first, ..] = &mut serial;
    *first = *first & 0x3f | 0x40;
    params.serial_number = Some(SerialNumber::from_slice(&serial));
    let time = |time: UnixTime| {
        date_time_ymd(1970, 1, 1) + Duration::from_secs(time.0.try_into().unwrap_or_default())
    };
    (params.not_before, params.not_after) = (time(good.0), time(good.1));
    Ok(())
}

pub(super) fn request(wanted: &Wanted, key: &Secret) -> Result<String> {
    let key = pair(key)?;
    let request = params(wanted)?.serialize_request(&key).and_then(|request| request.pem());
    request.map(|pem| unix(&pem)).map_err(Error::internal)
}

fn params(wanted: &Wanted) -> Result<CertificateParams> {
    let unfit = |cause: rcgen::Error| {
        Error::param("domains", "a name cannot stand in a certificate").because(cause)
    };
    let mut params = CertificateParams::new(wanted.names.clone()).map_err(unfit)?;
    let mut name = DistinguishedName::new();
    for (attribute, value) in &wanted.subject {
        if !value.is_empty() {
            let (kind, value) = attribute_of(attribute, value)?;
            name.push(kind, value);
        }
    }
    // The names beside it count; X.520 allows a common name 64 characters.
    if let Some(first) = wanted.names.first().filter(|first| first.len() <= 64) {
        name.push(DnType::CommonName, first.as_str());
    }
    params.distinguished_name = name;
    Ok(params)
}

fn attribute_of(attribute: &str, value: &str) -> Result<(DnType, DnValue)> {
    let unfit = |_| Error::param(attribute, "it has characters that cannot stand there");
    let text = || DnValue::Utf8String(value.to_owned());
    Ok(match attribute {
        "countryName" => {
            let value = value.try_into().map_err(unfit)?;
            (DnType::CountryName, DnValue::PrintableString(value))
        }
        "stateOrProvinceName" => (DnType::StateOrProvinceName, text()),
        "localityName" => (DnType::LocalityName, text()),
        "organizationName" => (DnType::OrganizationName, text()),
        "organizationalUnitName" => (DnType::OrganizationalUnitName, text()),
        "emailAddress" => {
            let value = value.try_into().map_err(unfit)?;
            (DnType::CustomDnType(EMAIL.into()), DnValue::Ia5String(value))
        }
        _ => return Err(Error::internal(format!("{attribute} is no attribute of a subject"))),
    })
}

/// PEM ends its lines as mail does, files here as Unix does.
fn unix(pem: &str) -> String {
    pem.replace("\r\n", "\n")
}
