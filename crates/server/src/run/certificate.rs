//! The certificate that the server signs for itself: made at the first start, and again when it is
//! about to end, does not name the host or an address of it, or does not fit its key. One that somebody else signed is
//! the operator's and stays.

use std::{
    fs, io,
    net::IpAddr,
    path::{Path, PathBuf},
};

use api::{Error, Kind, Result, UnixTime};
use rcgen::{
    CertificateParams, DnType, ExtendedKeyUsagePurpose, KeyPair, KeyUsagePurpose,
    PublicKeyData as _, date_time_ymd,
};
use x509_parser::prelude::{FromDer as _, GeneralName, X509Certificate, parse_x509_pem};

use super::files::{failed, private_folder, read_private, write_private};

/// The names that every certificate has beside the host's.
const LOCAL: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// How many days a certificate is good, and how many before its end it is made anew.
const DAYS: (i64, i64) = (730, 30);

/// Where certificate and key are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paths {
    /// The certificate.
    pub(super) certificate: PathBuf,
    /// Its key.
    pub(super) key: PathBuf,
}

impl Paths {
    /// The certificate in PEM, and those after it.
    pub(super) fn read(&self) -> Result<String> {
        fs::read_to_string(&self.certificate).map_err(|cause| failed(&self.certificate, cause))
    }
}

/// What clients call the server by, beside the names that every certificate has.
#[derive(Debug, Clone)]
pub(super) struct Called {
    /// The host's name.
    pub(super) hostname: String,
    /// The addresses that are known to be the server's.
    pub(super) addresses: Vec<IpAddr>,
}

impl Called {
    /// Everything that the certificate has to name, each once.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = LOCAL.map(str::to_owned).into();
        let addresses = self.addresses.iter().filter(|address| !address.is_unspecified());
        let own = addresses.map(ToString::to_string);
        for name in std::iter::once(self.hostname.clone()).chain(own) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// Sees to a certificate in `data/tls` that is good for clients who call the server so now.
pub(super) fn ensure(data: &Path, called: &Called, now: UnixTime) -> Result<Paths> {
    let folder = data.join("tls");
    private_folder(&folder)?;
    let paths = Paths { certificate: folder.join("cert.pem"), key: folder.join("key.pem") };
    let (certificate, key) = (read(&paths.certificate)?, read_private(&paths.key)?);
    if let (Some(certificate), Some(key)) = (certificate, key)
        && is_good(&certificate, &key, called, now)
    {
        return Ok(paths);
    }
    let (certificate, key) = make(called, now)?;
    // Killed between the two, the next start finds that they do not fit.
    write_private(&paths.key, key.as_bytes())?;
    write_private(&paths.certificate, certificate.as_bytes())?;
    Ok(paths)
}

/// Reads a certificate, which is no secret; `None` where there is none.
fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(failed(path, cause)),
    }
}

fn is_good(certificate: &str, key: &str, called: &Called, now: UnixTime) -> bool {
    let Ok((_, pem)) = parse_x509_pem(certificate.as_bytes()) else { return false };
    let Ok((_, parsed)) = X509Certificate::from_der(&pem.contents) else { return false };
    if parsed.issuer() != parsed.subject() {
        return true;
    }
    let Ok(key) = KeyPair::from_pem(key) else { return false };
    let renewed = now.0 + DAYS.1 * 86_400;
    parsed.public_key().raw == key.subject_public_key_info()
        && parsed.validity().not_after.timestamp() > renewed
        && names(&parsed)
            .is_some_and(|names| called.names().iter().all(|name| names.contains(name)))
}

fn names(certificate: &X509Certificate<'_>) -> Option<Vec<String>> {
    let extension = certificate.subject_alternative_name().ok()??;
    let names = extension.value.general_names.iter().filter_map(|name| match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => address(bytes),
        _ => None,
    });
    Some(names.collect())
}

fn address(bytes: &[u8]) -> Option<String> {
    let four = <[u8; 4]>::try_from(bytes).map(IpAddr::from);
    let address = four.or_else(|_| <[u8; 16]>::try_from(bytes).map(IpAddr::from)).ok()?;
    Some(address.to_string())
}

fn make(called: &Called, now: UnixTime) -> Result<(String, String)> {
    let hostname = called.hostname.as_str();
    let wrong = |cause: rcgen::Error| {
        let message = format!("No certificate can be made for the host name “{hostname}”.");
        Error::new(Kind::Unavailable, message).because(cause)
    };
    let mut params = CertificateParams::new(called.names()).map_err(wrong)?;
    params.distinguished_name.push(DnType::CommonName, hostname);
    params.distinguished_name.push(DnType::OrganizationName, "Innkeeper");
    let ((year, month, day), (last_year, last_month, last_day)) =
        (date(now, -1)?, date(now, DAYS.0)?);
    params.not_before = date_time_ymd(year, month, day);
    params.not_after = date_time_ymd(last_year, last_month, last_day);
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let key = KeyPair::generate().map_err(wrong)?;
    let certificate = params.self_signed(&key).map_err(wrong)?;
    Ok((certificate.pem(), key.serialize_pem()))
}

/// Year, month and day, so many days from now.
fn date(now: UnixTime, days: i64) -> Result<(i32, u8, u8)> {
    let time = jiff::Timestamp::from_second(now.0 + days * 86_400).map_err(Error::internal)?;
    let date = jiff::tz::Offset::UTC.to_datetime(time).date();
    let part = |number: i8| number.unsigned_abs();
    Ok((i32::from(date.year()), part(date.month()), part(date.day())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: UnixTime = UnixTime(1_767_225_600);

    fn called(hostname: &str) -> Called {
        let addresses = ["0.0.0.0", "192.0.2.7", "127.0.0.1"];
        let addresses = addresses.map(|address| address.parse().unwrap()).into();
        Called { hostname: hostname.to_owned(), addresses }
    }

    #[test]
    fn it_is_made_once_and_names_the_host() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ensure(folder.path(), &called("host.example.test"), NOW).unwrap();
        let first = fs::read_to_string(&paths.certificate).unwrap();
        ensure(folder.path(), &called("host.example.test"), NOW).unwrap();
        assert_eq!(fs::read_to_string(&paths.certificate).unwrap(), first);
        let (_, pem) = parse_x509_pem(first.as_bytes()).unwrap();
        let (_, parsed) = X509Certificate::from_der(&pem.contents).unwrap();
        let all = ["localhost", "127.0.0.1", "::1", "host.example.test", "192.0.2.7"];
        assert_eq!(names(&parsed).unwrap(), all);
        assert!(parsed.extended_key_usage().unwrap().unwrap().value.server_auth);
        assert!(!parsed.is_ca());
    }

    #[test]
    fn it_is_made_anew_when_it_ends_or_fits_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let read = || fs::read_to_string(folder.path().join("tls/cert.pem")).unwrap();
        ensure(folder.path(), &called("a.test"), NOW).unwrap();
        let first = read();
        ensure(folder.path(), &called("b.test"), NOW).unwrap();
        let second = read();
        assert_ne!(second, first);
        ensure(folder.path(), &called("b.test"), UnixTime(NOW.0 + 710 * 86_400)).unwrap();
        let third = read();
        assert_ne!(third, second);
        let mut moved = called("b.test");
        moved.addresses.push("2001:db8::7".parse().unwrap());
        ensure(folder.path(), &moved, NOW).unwrap();
        let fourth = read();
        assert_ne!(fourth, third);
        let (_, key) = make(&called("b.test"), NOW).unwrap();
        write_private(&folder.path().join("tls/key.pem"), key.as_bytes()).unwrap();
        ensure(folder.path(), &moved, NOW).unwrap();
        assert_ne!(read(), fourth);
    }
}
