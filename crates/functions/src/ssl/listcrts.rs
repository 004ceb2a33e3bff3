//! `listcrts`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, UserName,
    records::{TlsCertificate, Tx},
};

use crate::domain::tls::{
    certificates,
    facts::{CertificateFacts, Curve, KeyAlgorithm, Validation},
    overview,
};

/// Lists the stored certificates of the accounts that the caller may see, or of one of them.
#[derive(Input)]
pub struct Params {
    /// 1: only those that another one signed.
    #[param(default = 0)]
    pub registered: Flag,
    /// The account; all where absent.
    pub user: Option<UserName>,
}

/// What `listcrts` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificates.
    pub crt: Vec<Crt>,
}

/// A certificate.
#[derive(Output)]
pub struct Crt {
    /// Its first domain.
    pub domain: String,
    /// The account whose certificate it is.
    pub domain_owners: Vec<String>,
    /// The domains that it covers.
    pub domains: Vec<String>,
    /// The curve of an ECDSA key; null of RSA.
    pub ecdsa_curve_name: Option<Curve>,
    /// The name that people gave it.
    pub friendly_name: String,
    /// Its id.
    pub id: String,
    /// Whether its own key signed it.
    pub is_self_signed: Flag,
    /// The organization of who signed it.
    #[param(name = "issuer.organizationName")]
    pub issuer_organization_name: String,
    /// What its key is of.
    pub key_algorithm: KeyAlgorithm,
    /// The bits of an RSA key; null of ECDSA.
    pub modulus_length: Option<u64>,
    /// Until when it is good.
    pub not_after: UnixTime,
    /// Whether another one signed it.
    pub registered: Flag,
    /// How it is signed.
    pub signature_algorithm: String,
    /// How its owner was validated; null where it does not say so.
    pub validation_type: Option<Validation>,
}

/// See [`Params`].
pub struct Listcrts;

impl Function for Listcrts {
    const NAME: &'static str = "listcrts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let tx: &dyn Tx = &*tx;
        let rows = overview::certificates(cx, tx, params.user.as_ref())?;
        let mut crt = rows.iter().map(|row| item(cx, row)).collect::<Result<Vec<_>>>()?;
        crt.retain(|item| item.registered.0 || !params.registered.0);
        Ok(Reply { crt })
    }
}

fn item(cx: &Cx<'_>, row: &TlsCertificate) -> Result<Crt> {
    let facts = CertificateFacts::from(&certificates::read(cx.host, row)?);
    Ok(Crt {
        domain: facts.domains.first().cloned().unwrap_or_default(),
        domain_owners: vec![row.account.to_string()],
        domains: facts.domains,
        ecdsa_curve_name: facts.numbers.ecdsa_curve_name,
        friendly_name: row.friendly_name.clone(),
        id: row.id.clone(),
        is_self_signed: facts.is_self_signed,
        issuer_organization_name: facts.issuer_organization_name,
        key_algorithm: facts.numbers.key_algorithm,
        modulus_length: facts.modulus_length,
        not_after: facts.not_after,
        registered: Flag(!facts.is_self_signed.0),
        signature_algorithm: facts.signature_algorithm,
        validation_type: facts.validation_type,
    })
}

#[cfg(test)]
mod tests {
    use crate::{domain::tls::samples, testing::World};

    #[test]
    fn only_certificates_that_another_one_signed_are_registered() {
        let world = World::new().account("alice", "root");
        let (certificate, key) = samples::self_signed(&world.host, "alice.test");
        let form = [("domain", "alice.test"), ("crt", certificate.as_str()), ("key", key.as_str())];
        world.call("root", "installssl", &form).unwrap();
        let all = world.data("root", "listcrts", &[]);
        assert_eq!(
            (&all["crt"][0]["registered"], &all["crt"][0]["domain"]),
            (&0.into(), &"alice.test".into())
        );
        let registered = world.data("root", "listcrts", &[("registered", "1")]);
        assert!(registered["crt"].as_array().unwrap().is_empty());
    }
}
