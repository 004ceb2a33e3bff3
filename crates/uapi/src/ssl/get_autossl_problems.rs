//! `SSL::get_autossl_problems`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, auto};

/// Lists what stood in the way of the domains' certificates at the last check.
#[derive(Input)]
pub struct Params;

/// A domain without a certificate of this server's making.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// Why it got no certificate.
    pub problem: String,
    /// When that was found, as in `2026-06-07T05:30:09Z`.
    pub time: String,
}

/// See [`Params`].
pub struct GetAutosslProblems;

impl Function for GetAutosslProblems {
    const NAME: &'static str = "get_autossl_problems";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let problems = auto::problems(&*cx.host.store.read()?, &account)?;
        let items = problems.into_iter().map(|row| {
            let time = auto::moment(row.at)?;
            let (domain, time) = (row.domain.to_string(), time);
            Ok(Item { domain, problem: row.problem, time })
        });
        items.collect()
    }
}
