//! `Market::get_provider_specific_dcv_constraints`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// `Market::get_provider_specific_dcv_constraints`.
#[derive(Input)]
pub struct Params {
    /// The provider.
    pub provider: String,
}

/// What `get_provider_specific_dcv_constraints` answers.
#[derive(Output)]
pub struct Reply {
    /// The dcv file allowed characters.
    pub dcv_file_allowed_characters: Vec<Vec<Value>>,
    /// The dcv file extension.
    pub dcv_file_extension: String,
    /// The dcv file random character count.
    pub dcv_file_random_character_count: i64,
    /// The dcv file relative path.
    pub dcv_file_relative_path: String,
    /// The dcv max redirects.
    pub dcv_max_redirects: i64,
    /// The dcv user agent string.
    pub dcv_user_agent_string: String,
}

/// See [`Params`].
pub struct GetProviderSpecificDcvConstraints;

impl Function for GetProviderSpecificDcvConstraints {
    const NAME: &'static str = "get_provider_specific_dcv_constraints";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
