//! `installssl`

use std::net::IpAddr;

use api::{
    Acl, Cx, DomainName, Effect, Flag, Function, Input, Legacy, Multiline, Needs, Output, Result,
    SecretLines, Word, reply,
};

/// Installs a certificate on a domain.
#[derive(Input)]
pub struct Params {
    /// The certificate: PEM.
    pub crt: Multiline,
    /// The domain.
    pub domain: DomainName,
    /// The key: PEM private key.
    pub key: SecretLines,
    /// PEM bundle; left out: the server finds one.
    pub cab: Option<Multiline>,
    /// Default: the domain's local address.
    pub ip: Option<IpAddr>,
}

/// What `installssl` answers.
#[derive(Output)]
pub struct Reply {
    /// The action.
    pub action: Action,
    /// The aliases.
    pub aliases: Vec<String>,
    /// The domain.
    pub domain: String,
    /// The extra certificate domains.
    pub extra_certificate_domains: Vec<String>,
    /// The HTML.
    pub html: String,
    /// The IP address.
    pub ip: String,
    /// The message.
    pub message: String,
    /// The servername.
    pub servername: String,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The statusmsg.
    pub statusmsg: String,
    /// The user.
    pub user: String,
    /// The warning domains.
    pub warning_domains: Vec<String>,
    /// The working domains.
    pub working_domains: Vec<String>,
}

/// What `action` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// `install`.
    #[word("install")]
    Install,
}

/// See [`Params`].
pub struct Installssl;

impl Function for Installssl {
    const NAME: &'static str = "installssl";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::STATE.keeping(&["domain"]);
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
