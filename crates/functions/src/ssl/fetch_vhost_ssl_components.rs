//! `fetch_vhost_ssl_components`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result};

use crate::domain::tls::{keys, overview};

/// Lists certificate, private key and bundle of each site that has a certificate and that the caller may
/// see.
#[derive(Input)]
pub struct Params;

/// What `fetch_vhost_ssl_components` answers.
#[derive(Output)]
pub struct Reply {
    /// The sites.
    pub components: Vec<Component>,
}

/// A site.
#[derive(Output)]
pub struct Component {
    /// The certificates up to the authority, in PEM; null where there are none.
    pub cabundle: Option<String>,
    /// The id of the bundle, which is that of the certificate; null where there is none.
    pub cabundle_id: Option<String>,
    /// The certificate in PEM.
    pub certificate: String,
    /// Its id.
    pub certificate_id: String,
    /// The private key in PEM.
    pub key: String,
    /// Its id.
    pub key_id: String,
    /// The site.
    pub servername: String,
}

/// See [`Params`].
pub struct FetchVhostSslComponents;

impl Function for FetchVhostSslComponents {
    const NAME: &'static str = "fetch_vhost_ssl_components";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let seen = overview::hosts(cx, &*cx.host.store.read()?)?;
        let component = |seen: overview::Seen| {
            let host = seen.host;
            let bundle = Some(host.bundle).filter(|bundle| !bundle.is_empty());
            Ok(Component {
                cabundle_id: bundle.as_ref().map(|_| host.certificate.clone()),
                cabundle: bundle,
                certificate: host.pem,
                certificate_id: host.certificate,
                key: keys::open(cx.host, &host.sealed)?.reveal().to_owned(),
                key_id: host.key,
                servername: host.domain.to_string(),
            })
        };
        let components = seen.into_iter().map(component).collect::<Result<_>>()?;
        Ok(Reply { components })
    }
}
