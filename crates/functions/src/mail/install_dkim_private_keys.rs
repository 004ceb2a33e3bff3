//! `install_dkim_private_keys`

use api::{
    Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, SecretLines, reply,
};

/// Installs given RSA keys as DKIM private keys of domains.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// The key. One or several.
    #[param(family)]
    pub key: Vec<SecretLines>,
}

/// What `install_dkim_private_keys` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The domain.
    pub domain: String,
    /// The message.
    pub msg: String,
    /// The status flag: 0 or 1.
    pub status: Flag,
}

/// See [`Params`].
pub struct InstallDkimPrivateKeys;

impl Function for InstallDkimPrivateKeys {
    const NAME: &'static str = "install_dkim_private_keys";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
