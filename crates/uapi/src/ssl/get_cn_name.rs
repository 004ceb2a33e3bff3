//! `SSL::get_cn_name`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Finds the best-covered host name for a service.
#[derive(Input)]
pub struct Params {
    /// Domain, address or user name.
    pub domain: String,
    /// The service.
    pub service: Service,
    /// 1 looks at `mail.<domain>` only.
    #[param(default = 0)]
    pub add_mail_subdomain: Flag,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `cpanel`.
    #[word("cpanel")]
    Cpanel,
    /// `imap`.
    #[word("imap")]
    Imap,
    /// `pop3`.
    #[word("pop3")]
    Pop3,
    /// `smtp`.
    #[word("smtp")]
    Smtp,
}

/// What `get_cn_name` answers.
#[derive(Output)]
pub struct Reply {
    /// The cert match method.
    pub cert_match_method: CertMatchMethod,
    /// Cert valid not after, as a Unix time.
    pub cert_valid_not_after: UnixTime,
    /// Whether it is currently valid.
    pub is_currently_valid: Flag,
    /// Whether it is self signed.
    pub is_self_signed: Flag,
    /// Whether it is wild card.
    pub is_wild_card: Flag,
    /// The ssldomain.
    pub ssldomain: String,
    /// The ssldomain matches cert flag: 0 or 1.
    pub ssldomain_matches_cert: Flag,
}

/// What `cert_match_method` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CertMatchMethod {
    /// `none`.
    #[word("none")]
    None,
    /// `exact`.
    #[word("exact")]
    Exact,
    /// `exact-wildcard`.
    #[word("exact-wildcard")]
    ExactWildcard,
    /// `mail-wildcard`.
    #[word("mail-wildcard")]
    MailWildcard,
    /// `www-wildcard`.
    #[word("www-wildcard")]
    WwwWildcard,
    /// `hostname-wildcard`.
    #[word("hostname-wildcard")]
    HostnameWildcard,
    /// `hostname`.
    #[word("hostname")]
    Hostname,
    /// `localdomain_on_cert-mail-wildcard`.
    #[word("localdomain_on_cert-mail-wildcard")]
    LocaldomainOnCertMailWildcard,
    /// `localdomain_on_cert-www-wildcard`.
    #[word("localdomain_on_cert-www-wildcard")]
    LocaldomainOnCertWwwWildcard,
    /// `localdomain_on_cert`.
    #[word("localdomain_on_cert")]
    LocaldomainOnCert,
}

/// See [`Params`].
pub struct GetCnName;

impl Function for GetCnName {
    const NAME: &'static str = "get_cn_name";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
