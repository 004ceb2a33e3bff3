//! `SSL::listcrts`

use crate::ssl::{list_certs as twin, show_cert};
use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime};
use functions::domain::tls::items::Which;

/// Lists the account's certificates.
#[derive(Input)]
pub struct Params;

/// A row.
#[derive(Output)]
pub struct Row {
    /// The domain that it is for.
    pub host: String,
    /// Who signed it.
    pub issuer: String,
    /// Until when it is good.
    pub expiredate: UnixTime,
    /// It for people to read.
    pub ssltxt: String,
    /// The domains that it covers.
    pub domains: Vec<String>,
    /// The name that people gave it.
    pub friendly_name: String,
    /// Its id.
    pub id: String,
}

/// See [`Params`].
pub struct Listcrts;

impl Function for Listcrts {
    const NAME: &'static str = "listcrts";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let row = |item: twin::Item| {
            let item = item.item;
            let which = show_cert::Params { which: Which::id(item.id.clone()) };
            let shown = show_cert::ShowCert::run(cx, which)?;
            Ok(Row {
                host: item.facts.subject_common_name,
                issuer: item.facts.issuer_common_name,
                expiredate: item.facts.not_after,
                ssltxt: shown.text,
                domains: item.facts.domains,
                friendly_name: item.friendly_name,
                id: item.id,
            })
        };
        twin::ListCerts::run(cx, twin::Params)?.into_iter().map(row).collect()
    }
}
