//! `fetch_ssl_vhosts`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word,
    ports::PublicNumbers, records::DomainKind,
};

use crate::domain::{
    domains::Domains,
    tls::{
        facts::{CertificateFacts, Curve, KeyAlgorithm, Texts, Validation},
        hosts, mail_sni, overview,
    },
};

/// Lists the sites that have a certificate and that the caller may see.
#[derive(Input)]
pub struct Params;

/// What `fetch_ssl_vhosts` answers.
#[derive(Output)]
pub struct Reply {
    /// The sites.
    pub vhosts: Vec<Vhost>,
}

/// A site.
#[derive(Output)]
pub struct Vhost {
    /// Its certificate.
    pub crt: Crt,
    /// Its folder, as the account sees it.
    pub docroot: String,
    /// Its names.
    pub domains: Vec<String>,
    /// Its address.
    pub ip: String,
    /// Whether the address is its account's alone.
    pub iptype: Iptype,
    /// Its address of IPv6; empty where it has none.
    pub ipv6: String,
    /// Whether visitors who name no site see it: where the address is its account's alone.
    pub is_primary_on_ip: Flag,
    /// Whether mail programs would be shown it: always 1, as with every site.
    pub mail_sni_status: Flag,
    /// Whether visitors must name the site to see it: where the address is shared.
    pub needs_sni: Flag,
    /// Its domain.
    pub servername: String,
    /// What the domain is to its account.
    #[param(name = "type")]
    pub kind: Type,
    /// The account.
    pub user: String,
}

/// A certificate.
#[derive(Output)]
pub struct Crt {
    /// When it was installed.
    pub created: UnixTime,
    /// The domains that it covers.
    pub domains: Vec<String>,
    /// The curve of an ECDSA key; null of RSA.
    pub ecdsa_curve_name: Option<Curve>,
    /// The compressed point of an ECDSA key in hexadecimal; null of RSA.
    pub ecdsa_public: Option<String>,
    /// What its key is of.
    pub encryption_algorithm: KeyAlgorithm,
    /// Its id.
    pub id: String,
    /// Whether its own key signed it.
    pub is_self_signed: Flag,
    /// The common name of who signed it.
    #[param(name = "issuer.commonName")]
    pub issuer_common_name: String,
    /// The organization of who signed it.
    #[param(name = "issuer.organizationName")]
    pub issuer_organization_name: String,
    /// The names on it.
    #[param(part)]
    pub texts: Texts,
    /// The modulus of an RSA key in hexadecimal; null of ECDSA.
    pub modulus: Option<String>,
    /// The bits of an RSA key; null of ECDSA.
    pub modulus_length: Option<u64>,
    /// Until when it is good.
    pub not_after: UnixTime,
    /// From when it is good.
    pub not_before: UnixTime,
    /// The public exponent of an RSA key in hexadecimal; empty of ECDSA.
    pub public_exponent: String,
    /// How it is signed.
    pub signature_algorithm: String,
    /// Its common name.
    #[param(name = "subject.commonName")]
    pub subject_common_name: SubjectCommonName,
    /// How its owner was validated; null where it does not say so.
    pub validation_type: Option<Validation>,
}

/// A common name.
#[derive(Output)]
pub struct SubjectCommonName {
    /// The name.
    #[param(name = "commonName")]
    pub common_name: String,
}

/// What `iptype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Iptype {
    /// Other accounts have it too.
    #[word("shared")]
    Shared,
    /// It is one account's alone.
    #[word("dedicated")]
    Dedicated,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// Another name of a subdomain's site.
    #[word("addon")]
    Addon,
    /// The account's main domain.
    #[word("main")]
    Main,
    /// Another name of the main domain's site.
    #[word("parked")]
    Parked,
    /// A subdomain.
    #[word("sub")]
    Sub,
}

/// See [`Params`].
pub struct FetchSslVhosts;

impl Function for FetchSslVhosts {
    const NAME: &'static str = "fetch_ssl_vhosts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let mut vhosts = Vec::new();
        for seen in overview::hosts(cx, &*tx)? {
            let domains = Domains::of(&*tx, seen.account.name())?;
            vhosts.push(vhost(cx, &domains, &seen)?);
        }
        Ok(Reply { vhosts })
    }
}

fn vhost(cx: &Cx<'_>, domains: &Domains, seen: &overview::Seen) -> Result<Vhost> {
    let record = seen.account.record();
    let dedicated = record.dedicated_ip;
    Ok(Vhost {
        crt: crt(cx, seen)?,
        docroot: format!("{}/{}", record.home, seen.site.document_root),
        domains: hosts::names(domains, &seen.site),
        ip: record.ip.clone(),
        iptype: if dedicated.0 { Iptype::Dedicated } else { Iptype::Shared },
        ipv6: String::new(),
        is_primary_on_ip: dedicated,
        mail_sni_status: Flag(mail_sni::is_on(cx.host)?),
        needs_sni: Flag(!dedicated.0),
        servername: seen.site.name.to_string(),
        kind: match seen.site.kind {
            DomainKind::Addon => Type::Addon,
            DomainKind::Main => Type::Main,
            DomainKind::Parked => Type::Parked,
            DomainKind::Sub => Type::Sub,
        },
        user: record.name.to_string(),
    })
}

fn crt(cx: &Cx<'_>, seen: &overview::Seen) -> Result<Crt> {
    let certificate = hosts::certificate(cx.host, &seen.host)?;
    let facts = CertificateFacts::from(&certificate);
    let public_exponent = match &certificate.public.numbers {
        PublicNumbers::Rsa { exponent, .. } => exponent.clone(),
        PublicNumbers::Ecdsa { .. } => String::new(),
    };
    Ok(Crt {
        created: seen.host.installed,
        domains: facts.domains,
        ecdsa_curve_name: facts.numbers.ecdsa_curve_name,
        ecdsa_public: facts.numbers.ecdsa_public,
        encryption_algorithm: facts.numbers.key_algorithm,
        id: seen.host.certificate.clone(),
        is_self_signed: facts.is_self_signed,
        issuer_common_name: facts.issuer_common_name,
        issuer_organization_name: facts.issuer_organization_name,
        texts: Texts::from(&certificate),
        modulus: facts.numbers.modulus,
        modulus_length: facts.modulus_length,
        not_after: facts.not_after,
        not_before: facts.not_before,
        public_exponent,
        signature_algorithm: facts.signature_algorithm,
        subject_common_name: SubjectCommonName { common_name: facts.subject_common_name },
        validation_type: facts.validation_type,
    })
}
