//! `is_sni_supported`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result};

/// Tells whether a site can have a certificate without an address of its own: the web server shows each visitor
/// the certificate of the site that they ask for.
#[derive(Input)]
pub struct Params;

/// What `is_sni_supported` answers.
#[derive(Output)]
pub struct Reply {
    /// 1: both web servers that there are, that of the sandbox and Apache, do it.
    pub sni: Flag,
}

/// See [`Params`].
pub struct IsSniSupported;

impl Function for IsSniSupported {
    const NAME: &'static str = "is_sni_supported";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { sni: Flag(true) })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn sites_have_certificates_by_name() {
        let world = World::new().reseller("carol", &[api::Acl::SslInfo]);
        assert_eq!(world.data("carol", "is_sni_supported", &[])["sni"], 1);
    }
}
