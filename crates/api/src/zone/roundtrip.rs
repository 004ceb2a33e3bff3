//! What is read, printed and read again is the same, whatever callers send.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{HEAD_LINES, RecordType, RecordValue, ZoneOptions, initial, relative_owner, samples};
use crate::{DomainName, records::ZoneLine};

fn zone() -> DomainName {
    "example.test".parse().unwrap()
}

/// Values near to sound ones: samples with a piece replaced.
fn nearly() -> impl Strategy<Value = (RecordType, String)> {
    let piece = "[ -~]{0,4}|\\\\[0-9]{3}|\"[a-z ;,\\\\]{0,9}\"|[0-9]{1,6}|[a-z.]{1,9}";
    (select(samples::VALUES), 0..100_usize, 0..4_usize, piece).prop_map(
        |((kind, given, _), at, cut, piece)| {
            let mut text: Vec<char> = given.chars().collect();
            let at = at % (text.len() + 1);
            text.splice(at..(at + cut).min(text.len()), piece.chars());
            (kind.parse().unwrap(), text.into_iter().collect())
        },
    )
}

fn holds(value: &RecordValue) -> Result<(), TestCaseError> {
    let printed = value.to_string();
    prop_assert!(printed.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{}", printed);
    prop_assert_eq!(&RecordValue::parse(value.kind(), &printed, &zone()).unwrap(), value);
    let again = RecordValue::from_items(value.kind(), &value.items(), &zone());
    prop_assert_eq!(&again.unwrap(), value);
    prop_assert!(u16::try_from(value.to_wire().len()).is_ok());
    Ok(())
}

/// Owners, times to live and values of a zone's records.
fn records() -> impl Strategy<Value = Vec<(String, u32, RecordValue)>> {
    let owner =
        prop_oneof!["", "[a-z_][a-z0-9-]{0,8}", "\\*\\.[a-z]{1,5}", "[a-z]{1,5}\\.[a-z]{1,5}"];
    let value = nearly()
        .prop_filter_map("no value", |(kind, text)| RecordValue::parse(kind, &text, &zone()).ok());
    vec((owner, 1..100_000_u32, value), 0..20)
}

/// The records of a zone file as it is printed.
fn read_back(text: &str) -> Vec<(String, u32, RecordValue)> {
    let record = |line: &str| {
        let mut fields = line.splitn(5, '\t');
        let owner = relative_owner(fields.next()?, &zone()).ok()?;
        let ttl = fields.next()?.parse().ok()?;
        let kind = fields.nth(1)?.parse().ok()?;
        Some((owner, ttl, RecordValue::parse(kind, fields.next()?, &zone()).ok()?))
    };
    // Behind the comment, the default and the start.
    text.lines().skip(3).filter(|line| !line.is_empty()).filter_map(record).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_zone_that_is_printed_is_read_back(records in records(), gap in 0..4_u32) {
        let mut whole = initial::tests::zone(ZoneOptions::default());
        whole.lines = (0..).zip(&records).map(|(place, (name, ttl, value))| ZoneLine {
            zone: zone(),
            place: place * (gap + 1),
            name: name.clone(),
            ttl: *ttl,
            kind: value.kind().as_str().to_owned(),
            value: value.to_string(),
        }).collect();
        let printed = whole.to_string();
        prop_assert_eq!(read_back(&printed), records);
        let lines = whole.lines.last().map_or(0, |line| line.index() + 1).max(HEAD_LINES);
        prop_assert_eq!(printed.lines().count(), usize::try_from(lines).unwrap());
    }

    #[test]
    fn what_is_printed_is_read_back((kind, text) in nearly()) {
        if let Ok(value) = RecordValue::parse(kind, &text, &zone()) {
            holds(&value)?;
        }
    }

    #[test]
    fn what_is_given_in_items_is_read_back(
        kind in select(RecordType::ALL),
        items in vec(vec(any::<u8>(), 0..300), 0..5),
    ) {
        if let Ok(value) = RecordValue::from_items(kind, &items, &zone()) {
            holds(&value)?;
        }
    }

    #[test]
    fn parameters_of_services_keep_every_byte(value in vec(any::<u8>(), 0..40)) {
        let mut param = b"key667=".to_vec();
        param.extend(&value);
        let items = [b"1".to_vec(), b".".to_vec(), param];
        let value = RecordValue::from_items(RecordType::Svcb, &items, &zone()).unwrap();
        holds(&value)?;
    }
}
