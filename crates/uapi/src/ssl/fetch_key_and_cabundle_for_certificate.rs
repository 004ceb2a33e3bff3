//! `SSL::fetch_key_and_cabundle_for_certificate`

use api::{Cx, Effect, Function, Input, Multiline, Needs, Result};
use functions::domain::tls::{
    self, certificates,
    finding::{self, Found},
};

/// Finds the private key and the bundle of a certificate among what the account has.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM.
    pub certificate: Multiline,
}

/// See [`Params`].
pub struct FetchKeyAndCabundleForCertificate;

impl Function for FetchKeyAndCabundleForCertificate {
    const NAME: &'static str = "fetch_key_and_cabundle_for_certificate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Found;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let certificate = certificates::read_one(cx.host, "certificate", &params.certificate.0)?;
        finding::of_certificate(cx.host, std::slice::from_ref(&account), &certificate)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn the_key_of_a_certificate_is_found_by_its_public_half() {
        let world = World::new().account("alice", "root");
        let signed = samples::signed(&["alice.test"]);
        let form = [("certificate", signed.certificate.as_str())];
        let find = |world: &World| {
            world.uapi_data("alice", "SSL", "fetch_key_and_cabundle_for_certificate", &form)
        };
        assert_eq!(find(&world)["status"], 0);
        world.uapi("alice", "SSL", "upload_key", &[("key", &signed.key)]).unwrap();
        world.uapi("alice", "SSL", "upload_cert", &[("crt", &signed.bundle)]).unwrap();
        let found = find(&world);
        assert_eq!((&found["status"], &found["domain"]), (&1.into(), &"alice.test".into()));
        assert_eq!(found["key"], signed.key.as_str());
        assert_eq!(found["cab"], signed.bundle.as_str());
    }
}
