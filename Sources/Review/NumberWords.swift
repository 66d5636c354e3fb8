/// A tenth below ten, whole numbers above, more digits for what is less than that.
func rounded(_ number: Double) -> String {
  let size = abs(number)
  let unit = size >= 100 ? 1.0 : size >= 1 ? 10 : 1000
  let value = (number * unit).rounded() / unit
  return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}

/// A number as content may write it, every digit of it: two that differ read differently.
func exact(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}
