//! What became of a call of a function of an account, in the envelope of the interface that it was
//! called by.

use api::{AccountApi, Form, Value, function::Notes};

use super::{api1, api2, refusals, uapi};
use crate::call::Called;

/// The whole answer, as the relays and the command line give it.
pub fn whole(called: Called, form: &Form) -> Value {
    match called.api {
        AccountApi::One => api1::answer(called),
        AccountApi::Two => api2::answer(called, form),
        AccountApi::Three => {
            let (module, function) = (called.module.clone(), called.function.clone());
            uapi::Answer::of(called, form).nested(&module, &function)
        }
    }
}

/// The answer as it stands within another one: of UAPI the result alone.
pub fn within(called: Called, form: &Form) -> Value {
    match called.api {
        AccountApi::Three => uapi::Answer::of(called, form).flat(),
        AccountApi::One | AccountApi::Two => whole(called, form),
    }
}

/// What is said where nobody's function can be called, in the envelope of the interface.
pub fn refusal(api: AccountApi, module: &str, function: &str, reason: &str) -> Value {
    match api {
        AccountApi::Three => uapi::Answer::failure(reason).nested(module, function),
        AccountApi::One | AccountApi::Two => refusals::relay(reason),
    }
}

/// What was said beside the data, as lists or null.
pub(super) fn said(notes: &Notes) -> (Value, Value) {
    let list =
        |list: &[String]| if list.is_empty() { Value::Null } else { Value::from(list.to_vec()) };
    (list(&notes.messages), list(&notes.warnings))
}
