//! Places on earth as this version of the server spells them: versions up to 4.8 reckon with fractions
//! that are not exact, print 2° 3′ as `2 2 60.000`, and take no other spelling than their own.

use api::Error;
use serde_json::Value;

/// How a value was spelled, and how the server spells it, if that is why it did not take it and both
/// mean the same place.
fn spelling(error: &Error) -> Option<(String, String)> {
    let said = error.to_string();
    let (_, rest) = said.split_once("/LOC '")?;
    let (ours, rest) = rest.split_once("': Not in expected format (parsed as '")?;
    let (theirs, _) = rest.split_once("')")?;
    let same = place(ours)? == place(theirs)?;
    same.then(|| (ours.to_owned(), theirs.to_owned()))
}

/// The angles of a place in thousandths of a second, and what stands beside them.
fn place(text: &str) -> Option<([i64; 2], Vec<&str>)> {
    let words: Vec<&str> = text.split(' ').collect();
    let (latitude, rest) = words.split_at_checked(4)?;
    let (longitude, lengths) = rest.split_at_checked(4)?;
    let (north, latitude) = latitude.split_last()?;
    let (east, longitude) = longitude.split_last()?;
    Some(([angle(latitude)?, angle(longitude)?], [&[*north, *east], lengths].concat()))
}

fn angle(words: &[&str]) -> Option<i64> {
    let [degrees, minutes, seconds] = words else { return None };
    let (whole, part) = seconds.split_once('.')?;
    let number = |text: &str| text.parse::<i64>().ok();
    let minutes = number(degrees)? * 60 + number(minutes)?;
    Some((minutes * 60 + number(whole)?) * 1000 + number(part)?)
}

/// Spells the value that the server did not take as it does; whether there is one.
pub(super) fn respell(rrsets: &mut Value, error: &Error) -> bool {
    let Some((ours, theirs)) = spelling(error) else { return false };
    let mut found = false;
    for set in rrsets.as_array_mut().into_iter().flatten() {
        let records = set.get_mut("records").and_then(Value::as_array_mut);
        for content in records.into_iter().flatten().filter_map(|record| record.get_mut("content"))
        {
            if content.as_str() == Some(ours.as_str()) {
                *content = theirs.as_str().into();
                found = true;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use api::Kind;
    use serde_json::json;

    use super::*;

    fn error(ours: &str, theirs: &str) -> Error {
        let said =
            format!("Record a.test./LOC '{ours}': Not in expected format (parsed as '{theirs}')");
        Error::new(Kind::Unavailable, said)
    }

    #[test]
    fn a_place_is_spelled_anew_where_it_stays_the_same() {
        let ours = "1 0 0.000 S 2 3 0.000 E -5.50m 1.00m 2.00m 3.00m";
        let theirs = "1 0 0.000 S 2 2 60.000 E -5.50m 1.00m 2.00m 3.00m";
        let rrsets = |content| json!([{ "type": "LOC", "records": [{ "content": content }] }]);
        let mut sets = rrsets(ours);
        assert!(respell(&mut sets, &error(ours, theirs)));
        assert_eq!(sets, rrsets(theirs));
        assert!(!respell(&mut sets, &error(ours, theirs)), "it is not there any more");
        for other in [
            "1 0 0.000 N 2 2 60.000 E -5.50m 1.00m 2.00m 3.00m",
            "1 0 0.000 S 2 2 59.999 E -5.50m 1.00m 2.00m 3.00m",
            "1 0 0.000 S 2 2 60.000 E -5.50m 1.00m 2.00m 4.00m",
            "",
        ] {
            assert!(!respell(&mut rrsets(ours), &error(ours, other)), "{other}");
        }
    }
}
