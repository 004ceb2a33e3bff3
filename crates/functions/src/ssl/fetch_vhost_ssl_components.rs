//! `fetch_vhost_ssl_components`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists certificate, key and bundle of each SSL virtual host.
#[derive(Input)]
pub struct Params;

/// What `fetch_vhost_ssl_components` answers.
#[derive(Output)]
pub struct Reply {
    /// The components.
    pub components: Vec<Component>,
}

/// One item of `components`.
#[derive(Output)]
pub struct Component {
    /// The cabundle.
    pub cabundle: Option<String>,
    /// The cabundle ID.
    pub cabundle_id: Option<String>,
    /// The certificate.
    pub certificate: String,
    /// The certificate ID.
    pub certificate_id: String,
    /// The key.
    pub key: String,
    /// The key ID.
    pub key_id: String,
    /// The servername.
    pub servername: String,
}

/// See [`Params`].
pub struct FetchVhostSslComponents;

impl Function for FetchVhostSslComponents {
    const NAME: &'static str = "fetch_vhost_ssl_components";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
