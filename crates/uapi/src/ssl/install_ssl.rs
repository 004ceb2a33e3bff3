//! `SSL::install_ssl`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Installs a certificate on a website.
#[derive(Input)]
pub struct Params {
    /// The cert.
    pub cert: String,
    /// The domain.
    pub domain: DomainName,
    /// The key.
    pub key: String,
    /// Where the issuer needs one.
    pub cabundle: Option<String>,
}

/// What `install_ssl` answers.
#[derive(Output)]
pub struct Reply {
    /// The action.
    pub action: String,
    /// The cert ID.
    pub cert_id: String,
    /// The domain.
    pub domain: String,
    /// The extra certificate domains.
    pub extra_certificate_domains: Vec<String>,
    /// The HTML.
    pub html: String,
    /// The IP address.
    pub ip: String,
    /// The key ID.
    pub key_id: String,
    /// The message.
    pub message: String,
    /// The statusmsg.
    pub statusmsg: String,
    /// The user.
    pub user: String,
    /// The warning domains.
    pub warning_domains: Vec<String>,
    /// The working domains.
    pub working_domains: Vec<String>,
}

/// See [`Params`].
pub struct InstallSsl;

impl Function for InstallSsl {
    const NAME: &'static str = "install_ssl";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
