//! TLS of accounts: stored keys, requests and certificates, and what the sites use.

use crate::{DomainName, Flag, Record, UnixTime, UserName};

/// A stored private key.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_keys", key = "account,id")]
pub struct TlsKey {
    /// The account.
    pub account: UserName,
    /// Its id.
    pub id: String,
    /// The name that people gave it.
    pub friendly_name: String,
    /// When it was stored.
    pub created: UnixTime,
    /// The digest of its public half, by which certificates and requests find it.
    pub public: String,
    /// Its public half: `SubjectPublicKeyInfo` in hexadecimal.
    pub public_der: String,
    /// The key itself, sealed.
    pub sealed: String,
}

/// A stored certificate.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_certificates", key = "account,id")]
pub struct TlsCertificate {
    /// The account.
    pub account: UserName,
    /// Its id.
    pub id: String,
    /// The name that people gave it.
    pub friendly_name: String,
    /// When it was stored.
    pub created: UnixTime,
    /// The digest of its key's public half.
    pub public: String,
    /// It in PEM.
    pub pem: String,
    /// The certificates up to its authority in PEM, where they are known.
    pub bundle: String,
}

/// A stored signing request.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_requests", key = "account,id")]
pub struct TlsRequest {
    /// The account.
    pub account: UserName,
    /// Its id.
    pub id: String,
    /// The name that people gave it.
    pub friendly_name: String,
    /// When it was stored.
    pub created: UnixTime,
    /// The digest of its key's public half.
    pub public: String,
    /// It in PEM.
    pub pem: String,
}

/// A name that a stored certificate covers, wildcards as they stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_names", key = "name,account,certificate")]
pub struct TlsName {
    /// The name.
    pub name: String,
    /// The account.
    pub account: UserName,
    /// The certificate's id.
    pub certificate: String,
}

/// What a site does about TLS.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_hosts", key = "domain")]
pub struct TlsHost {
    /// The site's domain.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// The id of the installed certificate; empty where there is none.
    pub certificate: String,
    /// The id of its key.
    pub key: String,
    /// The certificate in PEM; a copy, as the stored one may be deleted.
    pub pem: String,
    /// The certificates up to its authority in PEM.
    pub bundle: String,
    /// The private key, sealed.
    pub sealed: String,
    /// When it was installed.
    pub installed: UnixTime,
    /// Whether visitors of plain HTTP are sent to HTTPS.
    pub redirects: Flag,
    /// Whether visitors of the account's own address who name no site are shown the certificate.
    pub is_primary: Flag,
}

/// A domain that automatic certificates leave out.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_exclusions", key = "domain")]
pub struct TlsExclusion {
    /// The domain.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
}

/// What an account prefers.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_preferences", key = "account")]
pub struct TlsPreference {
    /// The account.
    pub account: UserName,
    /// The type of its new keys: a word of `KeyKind`, or `system`.
    pub key_type: String,
}

/// An authority that signs certificates for the sites of this server.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_authorities", key = "name")]
pub struct TlsAuthority {
    /// Its name, as certificates tell who signed them.
    pub name: String,
    /// Its certificate in PEM.
    pub pem: String,
    /// Its private key, sealed.
    pub sealed: String,
    /// Until when its certificate is good.
    pub expires: UnixTime,
}

/// An account whose domains are to be looked at for certificates.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_checks", key = "account")]
pub struct TlsCheck {
    /// The account.
    pub account: UserName,
    /// When it was asked for.
    pub asked: UnixTime,
}

/// Why a domain got no certificate at the last check.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "tls_problems", key = "domain")]
pub struct TlsProblem {
    /// The domain.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// The reason.
    pub problem: String,
    /// When it was found.
    pub at: UnixTime,
}
