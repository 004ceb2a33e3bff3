//! `fetch_dkim_private_keys`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Returns the installed DKIM private keys of domains as PEM.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `fetch_dkim_private_keys` answers.
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
    /// The PEM text.
    pub pem: String,
}

/// See [`Params`].
pub struct FetchDkimPrivateKeys;

impl Function for FetchDkimPrivateKeys {
    const NAME: &'static str = "fetch_dkim_private_keys";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
