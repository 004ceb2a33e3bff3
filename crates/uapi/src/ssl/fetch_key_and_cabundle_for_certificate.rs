//! `SSL::fetch_key_and_cabundle_for_certificate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Finds the key and bundle that belong to a certificate.
#[derive(Input)]
pub struct Params {
    /// The certificate.
    pub certificate: String,
}

/// What `fetch_key_and_cabundle_for_certificate` answers.
#[derive(Output)]
pub struct Reply {
    /// The cab.
    #[param(absent)]
    pub cab: Option<String>,
    /// The certificate.
    pub crt: String,
    /// The certificate origin.
    pub crt_origin: String,
    /// The domain.
    pub domain: String,
    /// The IP address.
    pub ip: String,
    /// The key.
    pub key: String,
    /// The key origin.
    pub key_origin: String,
    /// The searched users.
    pub searched_users: Vec<String>,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The statusmsg.
    pub statusmsg: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct FetchKeyAndCabundleForCertificate;

impl Function for FetchKeyAndCabundleForCertificate {
    const NAME: &'static str = "fetch_key_and_cabundle_for_certificate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
