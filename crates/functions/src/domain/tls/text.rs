//! Keys, requests and certificates for people to read, laid out as OpenSSL prints them.

use api::{
    UnixTime,
    ports::{Certificate, PublicKey, PublicNumbers, SigningRequest},
};

/// A certificate.
pub fn certificate(certificate: &Certificate) -> String {
    format!(
        "Certificate:\n    Data:\n        Version: 3 (0x2)\n        Serial Number:\n            {}\n        \
         Signature Algorithm: {}\n        Issuer: {}\n        Validity\n            Not Before: {}\n            \
         Not After : {}\n        Subject: {}\n{}        X509v3 extensions:\n{}",
        colons(&certificate.serial),
        certificate.signature_algorithm,
        name(&certificate.issuer),
        date(certificate.not_before),
        date(certificate.not_after),
        name(&certificate.subject),
        public_lines(&certificate.public),
        alternative_names(&certificate.names),
    )
}

/// A signing request.
pub fn request(request: &SigningRequest) -> String {
    format!(
        "Certificate Request:\n    Data:\n        Version: 1 (0x0)\n        Subject: {}\n{}        \
         Requested Extensions:\n{}",
        name(&request.subject),
        public_lines(&request.public),
        alternative_names(&request.names),
    )
}

/// A private key: what is public of it.
pub fn key(public: &PublicKey) -> String {
    match &public.numbers {
        PublicNumbers::Rsa { modulus, exponent, bits } => {
            format!("Private-Key: ({bits} bit)\n{}", rsa(modulus, exponent, ""))
        }
        PublicNumbers::Ecdsa { curve, point } => {
            format!("Private-Key: ({} bit)\n{}", curve_bits(curve), ecdsa(curve, point, ""))
        }
    }
}

fn public_lines(public: &PublicKey) -> String {
    let (algorithm, bits, numbers) = match &public.numbers {
        PublicNumbers::Rsa { modulus, exponent, bits } => {
            ("rsaEncryption", *bits, rsa(modulus, exponent, INDENT))
        }
        PublicNumbers::Ecdsa { curve, point } => {
            ("id-ecPublicKey", curve_bits(curve), ecdsa(curve, point, INDENT))
        }
    };
    format!(
        "        Subject Public Key Info:\n            Public Key Algorithm: {algorithm}\n                \
         Public-Key: ({bits} bit)\n{numbers}"
    )
}

const INDENT: &str = "                ";

fn rsa(modulus: &str, exponent: &str, indent: &str) -> String {
    let number = u64::from_str_radix(exponent, 16).unwrap_or_default();
    format!(
        "{indent}Modulus:\n{}{indent}Exponent: {number} (0x{number:x})\n",
        octets(&format!("00{modulus}"), indent)
    )
}

fn ecdsa(curve: &str, point: &str, indent: &str) -> String {
    format!("{indent}pub:\n{}{indent}ASN1 OID: {curve}\n", octets(point, indent))
}

fn curve_bits(curve: &str) -> u32 {
    if curve == "secp384r1" { 384 } else { 256 }
}

/// Octets in lines of fifteen.
fn octets(digits: &str, indent: &str) -> String {
    let octets = colons(digits);
    let mut text = String::new();
    let mut rest = octets.as_str();
    while !rest.is_empty() {
        let (line, more) = rest.split_at_checked(45).unwrap_or((rest, ""));
        text.extend([indent, "    ", line, "\n"]);
        rest = more;
    }
    text
}

fn colons(digits: &str) -> String {
    let pairs = digits.as_bytes().chunks(2).map(String::from_utf8_lossy);
    pairs.collect::<Vec<_>>().join(":")
}

fn alternative_names(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("DNS:{name}")).collect();
    let names = names.join(", ");
    format!("            X509v3 Subject Alternative Name:\n                {names}\n")
}

fn name(name: &[(String, String)]) -> String {
    let short = |attribute: &str| {
        match attribute {
            "commonName" => "CN",
            "countryName" => "C",
            "localityName" => "L",
            "organizationName" => "O",
            "organizationalUnitName" => "OU",
            "stateOrProvinceName" => "ST",
            other => other,
        }
        .to_owned()
    };
    let parts = name.iter().map(|(key, value)| format!("{} = {value}", short(key)));
    parts.collect::<Vec<_>>().join(", ")
}

/// A time as `Jan  1 00:00:00 2026 GMT`.
fn date(time: UnixTime) -> String {
    jiff::Timestamp::from_second(time.0).map_or_else(
        |_| time.0.to_string(),
        |time| time.strftime("%b %e %H:%M:%S %Y GMT").to_string(),
    )
}
