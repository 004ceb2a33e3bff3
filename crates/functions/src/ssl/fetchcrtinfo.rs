//! `fetchcrtinfo`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName};

use crate::domain::tls::{finding, items::Which};

/// Gives a stored certificate of an account with its private key and its bundle.
#[derive(Input)]
pub struct Params {
    /// The id of the certificate.
    pub id: String,
    /// The account.
    pub user: UserName,
}

/// What `fetchcrtinfo` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificates up to its authority, in PEM; empty where none are known.
    pub cabundle: String,
    /// It in PEM.
    pub certificate: String,
    /// Whether its own key signed it.
    pub is_self_signed: Flag,
    /// Its private key in PEM.
    pub key: String,
    /// The address of the account's sites.
    #[param(name = "subject.commonName_ip")]
    pub subject_common_name_ip: String,
}

/// See [`Params`].
pub struct Fetchcrtinfo;

impl Function for Fetchcrtinfo {
    const NAME: &'static str = "fetchcrtinfo";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = cx.account(&*tx, &params.user)?;
        let row = Which::id(params.id).find(&*tx, account.name())?;
        drop(tx);
        let found = finding::with_key(cx.host, account.name(), &row)?;
        Ok(Reply {
            cabundle: found.bundle.unwrap_or_default(),
            is_self_signed: found.certificate.self_signed.into(),
            certificate: found.certificate.pem,
            key: found.key.reveal().to_owned(),
            subject_common_name_ip: account.record().ip.clone(),
        })
    }
}
