use super::*;

#[test]
fn a_host_that_hangs_takes_a_bounded_number_of_calls() {
    let relays = Relays::default();
    let [one, other]: [HostName; 2] = ["h1", "h2"].map(|name| name.parse().unwrap());
    let mut turns: Vec<_> = (0..AT_ONCE).map(|_| turn(&relays, &one).unwrap()).collect();
    assert_eq!(turn(&relays, &one).err().unwrap().kind(), Kind::Busy);
    assert!(turn(&relays, &other).is_ok());
    turns.pop();
    assert!(turn(&relays, &one).is_ok());
}
