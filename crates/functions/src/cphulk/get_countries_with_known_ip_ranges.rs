//! `get_countries_with_known_ip_ranges`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the country codes usable in cPHulk country lists.
#[derive(Input)]
pub struct Params;

/// What `get_countries_with_known_ip_ranges` answers.
#[derive(Output)]
pub struct Reply {
    /// The countries.
    pub countries: Vec<Country>,
}

/// One item of `countries`.
#[derive(Output)]
pub struct Country {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct GetCountriesWithKnownIpRanges;

impl Function for GetCountriesWithKnownIpRanges {
    const NAME: &'static str = "get_countries_with_known_ip_ranges";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
