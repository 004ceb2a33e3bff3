//! `fetchcrtinfo`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// Returns a stored certificate by id, with key and bundle.
#[derive(Input)]
pub struct Params {
    /// Certificate id, e.g. `example_com_bf638_f81af_1500191700_<32` `hex>`.
    pub id: String,
    /// The user.
    pub user: UserName,
}

/// What `fetchcrtinfo` answers.
#[derive(Output)]
pub struct Reply {
    /// The cabundle.
    pub cabundle: String,
    /// The certificate.
    pub certificate: String,
    /// Whether it is self signed.
    pub is_self_signed: Flag,
    /// The key.
    pub key: String,
    /// The subject common name IP address.
    #[param(name = "subject.commonName_ip")]
    pub subject_common_name_ip: String,
}

/// See [`Params`].
pub struct Fetchcrtinfo;

impl Function for Fetchcrtinfo {
    const NAME: &'static str = "fetchcrtinfo";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
