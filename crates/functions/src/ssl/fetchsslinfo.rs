//! `fetchsslinfo`

use api::{Acl, Cx, DomainName, Effect, Error, Function, Input, Multiline, Needs, Output, Result};

use crate::domain::tls::{certificates, finding, overview};

/// Finds certificate, private key and bundle for a domain, or the key and bundle of a certificate, among
/// what the accounts have that the caller may see.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM. This or `domain`; this counts where both are given.
    pub crtdata: Option<Multiline>,
    /// The domain. This or `crtdata`.
    pub domain: Option<DomainName>,
}

/// What `fetchsslinfo` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificates up to its authority, in PEM; empty where none are known.
    pub cab: String,
    /// The certificate in PEM.
    pub crt: String,
    /// Whose certificate it is.
    pub crt_origin: String,
    /// The domain.
    pub domain: String,
    /// The address of the owner's sites.
    pub ip: String,
    /// The private key in PEM.
    pub key: String,
    /// Whose key it is.
    pub key_origin: String,
    /// Where it was looked for.
    pub searched_users: Vec<String>,
    /// Whose it is.
    pub user: String,
}

/// See [`Params`].
pub struct Fetchsslinfo;

impl Function for Fetchsslinfo {
    const NAME: &'static str = "fetchsslinfo";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let host = cx.host;
        let found = match (&params.crtdata, &params.domain) {
            (Some(text), _) => {
                let certificate = certificates::read_one(host, "crtdata", &text.0)?;
                let accounts = overview::accounts(cx, &*host.store.read()?)?;
                finding::of_certificate(host, &accounts, &certificate)?
            }
            (None, Some(domain)) => {
                let accounts = overview::naming(cx, domain.as_str())?;
                finding::best(host, &accounts, domain.as_str())?
            }
            (None, None) => return Err(Error::param("domain", "give it, or crtdata.")),
        };
        if !found.status.0 {
            return Err(Error::not_found(found.statusmsg));
        }
        Ok(Reply {
            cab: found.cab.unwrap_or_default(),
            crt: found.crt,
            crt_origin: found.crt_origin,
            domain: found.domain,
            ip: found.ip,
            key: found.key,
            key_origin: found.key_origin,
            searched_users: found.searched_users,
            user: found.user,
        })
    }
}
